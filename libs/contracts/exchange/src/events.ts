import type { EventClass } from '@karez/contracts-kernel';
import type { DeliveryState } from './delivery-moves.js';
import type { Disclosure, DocumentType, RecipientRole } from './document-terms.js';

/** What others need to know of a document without asking. */
export interface DocumentFact {
  readonly title: string;
  readonly number: string;
  readonly documentType: DocumentType;
  readonly disclosure: Disclosure;
}
export class DocumentSealed {
  static readonly subject = 'evt.exchange.document-sealed.v1';
  static readonly aggregate = 'document';
  constructor(
    readonly documentId: string,
    readonly orgId: string,
    readonly digest: string,
  ) {}
}
/** A document was sent; 主动公开 makes the portal look. */
export class DispatchSent {
  static readonly subject = 'evt.exchange.dispatch-sent.v1';
  static readonly aggregate = 'dispatch';
  constructor(
    readonly dispatchId: string,
    readonly documentId: string,
    readonly orgId: string,
    readonly document: DocumentFact,
    readonly recipients: number,
  ) {}
}
/** The sender's row of one recipient moved, or was urged. */
export class DeliveryMoved {
  static readonly subject = 'evt.exchange.delivery-moved.v1';
  static readonly aggregate = 'delivery';
  constructor(
    readonly deliveryId: string,
    readonly dispatchId: string,
    readonly state: DeliveryState,
    readonly kind: string,
  ) {}
}
/** The recipient's copy came, moved or was urged. */
export class CustodyMoved {
  static readonly subject = 'evt.exchange.custody-moved.v1';
  static readonly aggregate = 'custody';
  constructor(
    readonly deliveryId: string,
    readonly recipientId: string,
    readonly state: string,
    readonly kind: string,
    /** For lists elsewhere of what is to be decided. */
    readonly delivery?: {
      readonly title: string;
      readonly senderName: string;
      readonly urgency: string | null;
      /** ISO 8601. */
      readonly dueAt: string | null;
    },
  ) {}
}
/** 签收: from here on the recipient's office handles it (收文办理). */
export class DeliverySignedFor {
  static readonly subject = 'evt.exchange.delivery-signed-for.v1';
  static readonly aggregate = 'custody';
  constructor(
    readonly deliveryId: string,
    readonly recipientId: string,
    readonly sender: { readonly id: string; readonly name: string },
    readonly document: DocumentFact,
    readonly role: RecipientRole,
    readonly replyBy: string | null,
  ) {}
}
/** A year of the working calendar as somebody entered it, whole. Of two of one year the one of the higher version is the later. */
export class CalendarYearEntered {
  static readonly subject = 'evt.exchange.calendar-year-entered.v1';
  static readonly aggregate = 'calendar_year';
  constructor(
    readonly year: number,
    readonly version: number,
    readonly status: 'published' | 'provisional',
    readonly source: string,
    readonly days: readonly { readonly day: string; readonly kind: 'working' | 'off'; readonly note: string }[],
  ) {}
}
export const exchangeEvents: readonly EventClass[] = [
  ...[DocumentSealed, DispatchSent, DeliveryMoved, CustodyMoved, DeliverySignedFor, CalendarYearEntered],
];
