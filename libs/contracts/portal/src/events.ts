import type { EventClass } from '@karez/contracts-kernel';
import type { DisclosureRequestState } from './disclosure-request.js';
import type { EditionState, WithdrawalKind } from './edition-moves.js';
import type { HearingState } from './hearing.js';
import type { LetterState } from './letter.js';
import type { Language } from './terms.js';

/** Where the public finds an article. */
export interface PublicAddress {
  readonly articleId: string;
  readonly siteId: string;
  readonly slug: string;
  readonly language: Language;
}
/** Each event with `tags` makes the pages that carry one of them stale. */
export class SiteChanged {
  static readonly subject = 'evt.portal.site-changed.v1';
  static readonly aggregate = 'site';
  constructor(
    readonly siteId: string,
    readonly code: string,
    readonly tags: readonly string[],
  ) {}
}
export class ColumnChanged {
  static readonly subject = 'evt.portal.column-changed.v1';
  static readonly aggregate = 'site_column';
  constructor(
    readonly columnId: string,
    readonly siteId: string,
    readonly tags: readonly string[],
  ) {}
}
/** An edition under work moved: submitted, passed a step, returned, approved, scheduled. */
export class EditionMoved {
  static readonly subject = 'evt.portal.edition-moved.v1';
  static readonly aggregate = 'edition';
  constructor(
    readonly editionId: string,
    readonly articleId: string,
    readonly state: EditionState,
    readonly title: string,
    /** Body whose people are to take the next step; null outside review. */
    readonly waitsFor: string | null,
  ) {}
}
export class EditionPublished {
  static readonly subject = 'evt.portal.edition-published.v1';
  static readonly aggregate = 'edition';
  constructor(
    readonly editionId: string,
    readonly article: PublicAddress,
    readonly tags: readonly string[],
  ) {}
}
export class EditionWithdrawn {
  static readonly subject = 'evt.portal.edition-withdrawn.v1';
  static readonly aggregate = 'edition';
  constructor(
    readonly editionId: string,
    readonly article: PublicAddress,
    readonly kind: WithdrawalKind,
    readonly tags: readonly string[],
  ) {}
}
export class LetterMoved {
  static readonly subject = 'evt.portal.letter-moved.v1';
  static readonly aggregate = 'letter';
  constructor(
    readonly letterId: string,
    readonly siteId: string,
    readonly orgId: string,
    readonly state: LetterState,
    readonly tags: readonly string[],
    /** For lists elsewhere of what waits. */
    readonly letter?: {
      readonly subject: string;
      /** The body that routes letters and approves answers. */
      readonly deskId: string;
      /** ISO 8601. */
      readonly dueAt: string;
    },
  ) {}
}
export class DisclosureRequestMoved {
  static readonly subject = 'evt.portal.disclosure-request-moved.v1';
  static readonly aggregate = 'disclosure_request';
  constructor(
    readonly requestId: string,
    readonly siteId: string,
    readonly orgId: string,
    readonly state: DisclosureRequestState,
  ) {}
}
export class HearingMoved {
  static readonly subject = 'evt.portal.hearing-moved.v1';
  static readonly aggregate = 'hearing';
  constructor(
    readonly hearingId: string,
    readonly siteId: string,
    readonly state: HearingState,
    readonly tags: readonly string[],
  ) {}
}
export const portalEvents: readonly EventClass[] = [
  ...[SiteChanged, ColumnChanged, EditionMoved, EditionPublished, EditionWithdrawn],
  ...[LetterMoved, DisclosureRequestMoved, HearingMoved],
];
