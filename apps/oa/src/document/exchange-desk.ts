import { Injectable } from '@nestjs/common';
import { documentApi, type CreateDocument, type DispatchView, dispatchApi } from '@karez/contracts-exchange';
import { type OfficialText, plainText } from '@karez/contracts-oa';
import { type Ctx, derivedId } from '@karez/kernel';
import { Remote } from '@karez/messaging';

const namespace = '2c9f3ad1-8e0c-4d7e-9a51-6c1b7a0f4e55';

export interface ToSend {
  readonly documentId: string;
  readonly hostId: string;
  readonly text: OfficialText;
  readonly signedByName: string;
  readonly primary: readonly string[];
  readonly cc: readonly string[];
  readonly replyBy?: string | undefined;
}

/**
 * Hands a document to exchange on the authority of the clerk who distributes it: registered, sealed with the body's key, sent. Each of the
 * three has a command id made of the document's own, so that what was cut off is taken up again and nothing is sent twice.
 */
@Injectable()
export class ExchangeDesk {
  constructor(private readonly remote: Remote) {}

  async send(document: ToSend, ctx: Ctx): Promise<DispatchView> {
    const as = (step: string) => ({
      ...{ commandId: derivedId(`${document.documentId}/${step}`, namespace), trace: ctx.trace },
      ...(ctx.authority && { authority: ctx.authority }),
    });
    const { id: documentId } = await this.remote.call(documentApi.createDocument, elementsOf(document), as('create'));
    await this.remote.call(documentApi.sealDocument, { documentId }, as('seal'));
    const { primary, cc, replyBy } = document;
    const request = { documentId, primary: [...primary], ...(cc.length && { cc: [...cc] }), ...(replyBy && { replyBy }) };
    return this.remote.call(dispatchApi.sendDispatch, request, as('send'));
  }
}

function elementsOf({ hostId, text, signedByName }: ToSend): CreateDocument {
  const { number, genre, urgency, disclosure, title, annexes, note, formedOn, printedBy, upward } = text;
  return {
    ...{ orgId: hostId, title, documentType: genre, urgency, securityClass: 'none', disclosure, issueDate: formedOn! },
    documentNumber: { agencyCode: number!.code, year: number!.year, serial: number!.serial },
    body: plainText(text.body),
    ...(disclosure === 'none' && { nonDisclosureReason: '内部管理事项' }),
    ...(upward && { signatories: [signedByName] }),
    ...(annexes.length && { attachmentNotes: [...annexes] }),
    ...(note && { annotation: note }),
    ...(printedBy && { printingOffice: printedBy }),
  };
}
