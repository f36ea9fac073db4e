import { Injectable } from '@nestjs/common';
import type { DeliveryCheck, RecipientRole, RefusalReason } from '@karez/contracts-exchange';
import { documentNumberText } from '@karez/contracts-exchange';
import { chinaDay, DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { Bodies } from '../body/bodies.js';
import { type Body, exchanges } from '../body/body.js';
import { Deadlines } from '../deadline/deadlines.js';
import { type SealedDocument, SealedDocuments } from '../document/sealed-document.js';
import type { KnownStatement } from '../evidence/statement.js';
import { Statements } from '../evidence/statements.js';
import { type Arrival, Custody } from './custody.entity.js';
import { CustodyDesk } from './custody-desk.js';
import { DocumentChecks } from './document-checks.js';

interface Refusal {
  readonly code: RefusalReason;
  readonly text: string;
}

/** What the recipient's node does when a document comes: look, keep, and only then give a receipt. */
@Injectable()
export class Arrivals {
  constructor(
    private readonly bodies: Bodies,
    private readonly checks: DocumentChecks,
    private readonly sealed: SealedDocuments,
    private readonly deadlines: Deadlines,
    private readonly statements: Statements,
    private readonly desk: CustodyDesk,
  ) {}

  /**
   * Takes a consigned document into custody, once. A document that is here already gets the receipts it was given before.
   * @returns the receipts for the sender
   * @throws DomainError `exchange.delivery.id_reused` when the id came with another document
   */
  async take(tx: Tx, letter: KnownStatement, received?: SealedDocument): Promise<KnownStatement[]> {
    const { says } = letter;
    const known = await this.desk.find(tx, says.deliveryId);
    if (known) {
      if (known.digest !== says.documentDigest || known.senderId !== says.senderId) throw new DomainError('exchange.delivery.id_reused');
      return this.#receiptsOf(tx, known);
    }
    const document = received ?? (await this.sealed.get(tx.manager, says.documentDigest));
    const recipient = await this.bodies.get(tx.manager, says.recipientId);
    const checks = await this.checks.of(tx, document);
    const refusal = refusalFor(recipient, document, { checks, today: chinaDay(tx.ctx.now) });
    const arrival = await this.#arrivalOf(tx, letter, { document, checks, refused: refusal !== undefined });
    const ref = {
      ...{ deliveryId: says.deliveryId, dispatchId: says.dispatchId, documentDigest: says.documentDigest },
      ...{ senderId: says.senderId, recipientId: says.recipientId },
    };
    const receipt = await this.statements.make(tx, ref, {
      ...{ kind: refusal ? 'rejected' : 'custody', epoch: 1 },
      ...(refusal && { reason: refusal }),
      ...(arrival.dueAt && { details: { dueAt: arrival.dueAt.toISOString() } }),
    });
    const custody = Custody.arrive(arrival, refusal ? 'rejected' : 'delivered', {
      ...{ at: tx.ctx.now, byName: null, receiptNumber: receipt.number },
      ...(refusal && { reason: refusal.code, reasonText: refusal.text }),
    });
    await tx.save(custody);
    const data: Record<string, string> = refusal ? { reason: refusal.code, text: refusal.text } : {};
    await this.desk.note(tx, custody, { kind: refusal ? 'rejected' : 'delivered', orgName: recipient.name, data, statement: receipt });
    return [receipt];
  }

  async #receiptsOf(tx: Tx, custody: Custody): Promise<KnownStatement[]> {
    const all = await this.statements.ofDelivery(tx.manager, custody.id);
    return all.filter(({ says }) => says.epoch !== undefined);
  }

  async #arrivalOf(
    tx: Tx,
    { says }: KnownStatement,
    { document, checks, refused }: { readonly document: SealedDocument; readonly checks: DeliveryCheck[]; readonly refused: boolean },
  ): Promise<Arrival> {
    const { elements, orgName } = document.says;
    const { role, printQuota, replyBy, note, signWithinMinutes, supersedesId } = says.details ?? {};
    const urgency = elements.urgency ?? 'none';
    const { at: dueAt } = await this.deadlines.toSign(tx.manager, tx.ctx.now, urgency, numberOrNull(signWithinMinutes));
    return {
      ...{ id: says.deliveryId, orgId: says.recipientId, senderId: says.senderId, senderName: orgName, dispatchId: says.dispatchId },
      ...{ digest: says.documentDigest, role: (role ?? 'primary') as RecipientRole, title: elements.title, urgency, checks },
      ...{ number: documentNumberText(elements.documentNumber), documentType: elements.documentType, sentAt: new Date(says.at) },
      ...{ arrivedAt: tx.ctx.now, dueAt: refused ? null : dueAt, replyBy: textOrNull(replyBy), note: textOrNull(note) },
      ...{ printQuota: numberOrNull(printQuota) ?? 0, supersedesId: textOrNull(supersedesId) },
    };
  }
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** The machine's own refusals, each with what the sender can do. */
function refusalFor(
  recipient: Body,
  { files }: SealedDocument,
  { checks, today }: { readonly checks: readonly DeliveryCheck[]; readonly today: string },
): Refusal | undefined {
  // an abolition that lies ahead is known in the directory long before its day
  const abolished = recipient.abolishedOn !== null && recipient.abolishedOn <= today;
  if (!exchanges(recipient) || abolished) return { code: 'misaddressed', text: `${recipient.name}已撤销或不能收文` };
  const unfit = files.find((file) => file.unfit);
  if (unfit)
    return { code: unfit.unfit === 'files.file.infected' ? 'malware' : 'unreadable', text: `附件“${unfit.name}”未通过收文方的检查` };
  const failed = checks.find(({ kind, passed }) => kind !== 'seal' && !passed);
  return failed && { code: 'seal_invalid', text: failed.text };
}
