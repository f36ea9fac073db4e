import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@karez/persistence';
import { type Ctx, DomainError } from '@karez/kernel';
import { DocumentDesk } from './document-desk.js';
import { DocumentSteps } from './document-steps.js';
import { DocumentTexts } from './document-texts.js';
import type { ToSend } from './exchange-desk.js';
import { completeText } from './written-text.js';

/** A document as it is handed to exchange, looked at before anything leaves. */
@Injectable()
export class DocumentsToSend {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DocumentDesk,
    private readonly steps: DocumentSteps,
    private readonly texts: DocumentTexts,
  ) {}

  /** @throws DomainError `not_found`, `auth.out_of_scope`, `oa.document.act_refused`, `oa.document.signed_other`, `oa.document.no_bodies` */
  of(documentId: string, ctx: Ctx): Promise<ToSend> {
    return this.unitOfWork.run(
      ctx,
      async (tx) => {
        const document = await this.desk.loadForOffice(tx, documentId);
        await this.steps.office(tx, document, 'distributing');
        if (document.digest !== document.signedDigest) throw new DomainError('oa.document.signed_other');
        const { text } = await this.texts.one(tx.manager, documentId, document.textVersion);
        const [host] = await tx.manager.query<{ name: string }[]>('select name from org_copy where id = $1', [document.hostId]);
        const bodies = (list: readonly { readonly orgId?: string }[]) => list.flatMap(({ orgId }) => (orgId ? [orgId] : []));
        const [primary, cc] = [bodies(text.addressees), bodies(text.copies)];
        if (primary.length + cc.length === 0) throw new DomainError('oa.document.no_bodies');
        const complete = completeText(text, document, host?.name ?? '');
        return { documentId, hostId: document.hostId, text: complete, signedByName: document.signedByName ?? '', primary, cc };
      },
      { keep: false },
    );
  }
}
