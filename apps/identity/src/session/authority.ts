import { Injectable } from '@nestjs/common';
import { TokenCheck } from '@karez/auth';
import type { Authority } from '@karez/contracts-identity';
import type { DataScope, Permission, Realm } from '@karez/contracts-kernel';
import { type Actor, DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { IdentitySettings } from '../settings.js';
import { SigningKeys } from '../key/signing-keys.js';
import { authoritySeconds, Tokens } from '../key/tokens.js';
import { grantsOf } from './capacity.js';
import { asvs, expired, mlps3 } from './password.policy.js';
import { limitOf, signingOpenSince } from './standing.policy.js';

/** Everything of a session's subject that an authority is made of; which columns are filled depends on the realm. */
interface Row {
  readonly realm: Realm;
  readonly subjectId: string;
  readonly postId: string | null;
  readonly endsAt: Date;
  readonly steppedUpAt: Date | null;
  readonly name: string | null;
  readonly orgId: string | null;
  readonly changedAt: Date | null;
  readonly mustChange: boolean | null;
  readonly factorEnrolled: boolean;
  readonly clientPermissions: Permission[] | null;
  readonly clientScope: DataScope | null;
}

/** Turns an access token into identity's signed word on who acts, in which capacity, with which grants. */
@Injectable()
export class Authorities {
  readonly #check: TokenCheck;

  constructor(
    private readonly dataSource: DataSource,
    private readonly tokens: Tokens,
    private readonly settings: IdentitySettings,
    keys: SigningKeys,
  ) {
    this.#check = new TokenCheck(() => keys.jwks());
  }

  /** @throws DomainError `auth.expired` when the token, its session or its subject is no longer good */
  async of(accessToken: string, now: Date): Promise<Authority> {
    const { sessionId } = await this.#check.access(accessToken, now.getTime());
    const row = await this.#read(sessionId, now);
    if (!row?.name) throw new DomainError('auth.expired');
    const seconds = Math.min(authoritySeconds, Math.floor((row.endsAt.getTime() - now.getTime()) / 1000));
    const actor = await this.#actorOf(row, sessionId, now);
    return { token: await this.tokens.authority(actor, seconds), expiresAt: new Date(now.getTime() + seconds * 1000).toISOString() };
  }

  async #actorOf(row: Row, sessionId: string, now: Date): Promise<Actor> {
    const { realm, subjectId, name, orgId, postId } = row;
    const grants = await this.#grantsOf(row);
    const passwordMustChange =
      row.changedAt !== null && (row.mustChange === true || expired(row.changedAt, realm === 'staff' ? mlps3 : asvs, now));
    const limit = limitOf({ passwordMustChange, factorEnrolled: row.factorEnrolled, grants }, this.settings.adminFactor);
    const steppedUpAt = signingOpenSince(row, this.settings.signingFactor, now);
    return {
      ...{ realm, id: subjectId, name: name!, sessionId },
      ...(orgId ? { orgId } : {}),
      ...(postId ? { postId } : {}),
      ...(steppedUpAt ? { steppedUpAt: steppedUpAt.toISOString() } : {}),
      ...(limit ? { grants: [], limitedBy: limit } : { grants }),
    };
  }

  async #grantsOf({ realm, postId, orgId, clientPermissions, clientScope }: Row): Promise<Actor['grants']> {
    if (realm === 'service') return [{ permissions: clientPermissions!, scope: clientScope!, orgIds: [orgId!] }];
    const grants = realm === 'staff' ? await grantsOf(this.dataSource.manager, postId) : [];
    return grants.map(({ permissions, scope, orgIds }) => ({ permissions, scope, orgIds }));
  }

  async #read(sessionId: string, now: Date): Promise<Row | undefined> {
    const [row] = await this.dataSource.query<[Row | undefined]>(
      `select session.realm, session.subject_id as "subjectId", session.post_id as "postId", session.ends_at as "endsAt", session.stepped_up_at as "steppedUpAt",
         coalesce(person.name, applicant.name, client.name) as name, coalesce(post.org_id, client.org_id) as "orgId",
         credential.changed_at as "changedAt", credential.must_change as "mustChange",
         exists(select 1 from totp_factor where person_id = person.id and confirmed_at is not null) as "factorEnrolled",
         client.permissions as "clientPermissions", client.scope as "clientScope"
       from session
         left join person on session.realm = 'staff' and person.id = session.subject_id and person.state = 'active'
         left join applicant on session.realm = 'applicant' and applicant.id = session.subject_id and applicant.state = 'active'
         left join client on session.realm = 'service' and client.id = session.subject_id and client.state = 'active'
         left join post on post.id = session.post_id and post.valid_to is null
         left join credential on credential.subject_id = session.subject_id
       where session.id = $1 and session.ended_at is null and session.ends_at > $2`,
      [sessionId, now],
    );
    return row;
  }
}
