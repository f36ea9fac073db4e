import type { DocumentPhase } from './document-flow.js';
import type { Disclosure, Genre } from './official-text.js';

/** A document moved, was saved, opined on or urged: a hint to look again. */
export class OutgoingMoved {
  static readonly subject = 'evt.oa.outgoing-moved.v1';
  static readonly aggregate = 'outgoing_document';
  constructor(
    readonly documentId: string,
    readonly orgId: string,
    readonly state: DocumentPhase,
    readonly kind: string,
  ) {}
}
/** 分发: what others need to know of it. */
export class OutgoingDistributed {
  static readonly subject = 'evt.oa.outgoing-distributed.v1';
  static readonly aggregate = 'outgoing_document';
  constructor(
    readonly documentId: string,
    readonly orgId: string,
    readonly document: { readonly title: string; readonly number: string; readonly genre: Genre; readonly disclosure: Disclosure },
    readonly dispatchId: string,
  ) {}
}
/** 办结: for the archive. */
export class OutgoingClosed {
  static readonly subject = 'evt.oa.outgoing-closed.v1';
  static readonly aggregate = 'outgoing_document';
  constructor(
    readonly documentId: string,
    readonly orgId: string,
    readonly document: { readonly title: string; readonly number: string; readonly formedOn: string },
  ) {}
}
