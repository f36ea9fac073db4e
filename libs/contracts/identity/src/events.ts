import type { EventClass } from '@karez/contracts-kernel';
import type { OrgKind } from './org.js';

/** What `OrgChanged` says since the first services kept copies; whoever reads an older one finds nothing of it. */
export interface OrgAdditions {
  readonly shortName?: string | null;
  /** The basin bodies directly above the body: those whose rivers cross its land. */
  readonly basinIds?: readonly string[];
  /** The body that took over its people and all below it, after a merge. */
  readonly successorId?: string | null;
}
/** A body was set up, renamed, moved, merged or abolished: its whole public state, so that other services can keep a copy. */
export class OrgChanged implements OrgAdditions {
  static readonly subject = 'evt.identity.org-changed.v1';
  static readonly aggregate = 'org';
  readonly shortName?: string | null;
  readonly basinIds?: readonly string[];
  readonly successorId?: string | null;
  constructor(
    readonly orgId: string,
    readonly name: string,
    readonly kind: OrgKind,
    readonly divisionCode: string | null,
    readonly parentId: string | null,
    readonly abolishedOn: string | null,
  ) {}

  with(additions: OrgAdditions): this {
    return Object.assign(this, additions);
  }
}
/** One post as others copy it. */
export interface PostFact {
  readonly orgId: string;
  /** 岗位. */
  readonly title: string;
  readonly primary: boolean;
}
/** What `PersonChanged` says where posts or contacts are known; without `posts` nothing is said of them. */
export interface PersonAdditions {
  readonly account?: string;
  /** Sorts by reading, tone and character. */
  readonly nameSort?: string;
  readonly mobile?: string | null;
  readonly email?: string | null;
  /** All posts of today, the primary one first. */
  readonly posts?: readonly PostFact[];
}
/** A person was registered, renamed, disabled, or given other posts: with `posts` its whole public state, so that others can keep a copy. */
export class PersonChanged implements PersonAdditions {
  static readonly subject = 'evt.identity.person-changed.v1';
  static readonly aggregate = 'person';
  readonly account?: string;
  readonly nameSort?: string;
  readonly mobile?: string | null;
  readonly email?: string | null;
  readonly posts?: readonly PostFact[];
  constructor(
    readonly personId: string,
    readonly name: string,
    readonly state: 'active' | 'disabled',
  ) {}

  with(additions: PersonAdditions): this {
    return Object.assign(this, additions);
  }
}
/** A person was told something about the own account; the web looks again. */
export class PersonNotified {
  static readonly subject = 'evt.identity.person-notified.v1';
  static readonly aggregate = 'person';
  constructor(
    readonly personId: string,
    readonly kind: string,
  ) {}
}
/** A session's authority changed, or the session ended. */
export class SessionChanged {
  static readonly subject = 'evt.identity.session-changed.v1';
  static readonly aggregate = 'session';
  constructor(
    readonly sessionId: string,
    readonly ended: boolean,
  ) {}
}
export class RoleChanged {
  static readonly subject = 'evt.identity.role-changed.v1';
  static readonly aggregate = 'role';
  constructor(
    readonly roleId: string,
    readonly permissions: readonly string[],
  ) {}
}
export const identityEvents: readonly EventClass[] = [OrgChanged, PersonChanged, PersonNotified, SessionChanged, RoleChanged];
