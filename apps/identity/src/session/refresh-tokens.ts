import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@karez/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { Sealer } from '../key/sealer.js';
import type { Session } from './session.entity.js';
import { lifetimes, refreshGraceMs } from './session.policy.js';

/** What a presented refresh token is: `first` was not used before, `again` within the grace, `reused` after it. */
export type Presented = { readonly is: 'first' | 'again' | 'reused'; readonly sessionId: string } | { readonly is: 'unknown' };

interface Owner extends Pick<Actor, 'realm' | 'id' | 'name'> {
  readonly sessionId: string;
  readonly orgId: string | null;
  readonly postId: string | null;
}

/**
 * Refresh tokens are used once. Only digests are stored; a token's successor is worked out from the token itself with
 * the service's key, so that the same successor can be given again to an honest caller whose answer was lost.
 */
@Injectable()
export class RefreshTokens {
  constructor(
    private readonly sealer: Sealer,
    private readonly dataSource: DataSource,
  ) {}

  /** Whose token it is, used or not, for the audit record. */
  async ownerOf(token: string): Promise<Actor | undefined> {
    const [row] = await this.dataSource.query<[Owner | undefined]>(
      `select session.id as "sessionId", session.realm, session.subject_id as id, coalesce(person.name, applicant.name) as name, post.org_id as "orgId", session.post_id as "postId"
       from refresh_token join session on session.id = refresh_token.session_id
         left join person on person.id = session.subject_id left join applicant on applicant.id = session.subject_id left join post on post.id = session.post_id
       where refresh_token.hash = $1`,
      [digestOf(token)],
    );
    if (!row) return undefined;
    const { orgId, postId, ...who } = row;
    return { ...who, grants: [], ...(orgId ? { orgId } : {}), ...(postId ? { postId } : {}) };
  }

  async issueFirst(manager: EntityManager, session: Session, now: Date): Promise<string> {
    const token = `kr_${randomBytes(32).toString('base64url')}`;
    await this.#insert(manager, token, session, now);
    return token;
  }

  /** One statement decides who is first, whatever comes at the same time. */
  async present(manager: EntityManager, token: string, now: Date): Promise<Presented> {
    const hash = digestOf(token);
    const [taken] = await manager.query<[{ session_id: string }[], number]>(
      'update refresh_token set consumed_at = clock_timestamp() where hash = $1 and consumed_at is null and expires_at > $2 returning session_id',
      [hash, now],
    );
    if (taken[0]) return { is: 'first', sessionId: taken[0].session_id };
    const [used] = await manager.query<[{ session_id: string; fresh: boolean } | undefined]>(
      `select session_id, consumed_at > clock_timestamp() - make_interval(secs => $2) as fresh from refresh_token where hash = $1 and consumed_at is not null`,
      [hash, refreshGraceMs / 1000],
    );
    return used ? { is: used.fresh ? 'again' : 'reused', sessionId: used.session_id } : { is: 'unknown' };
  }

  successorOf(token: string): string {
    return `kr_${this.sealer.derive('refresh', token).toString('base64url')}`;
  }

  async issueSuccessor(manager: EntityManager, token: string, session: Session, now: Date): Promise<string> {
    const successor = this.successorOf(token);
    await this.#insert(manager, successor, session, now);
    return successor;
  }

  async #insert(manager: EntityManager, token: string, { id, realm, endsAt }: Session, now: Date): Promise<void> {
    const expiresAt = new Date(Math.min(endsAt.getTime(), now.getTime() + lifetimes[realm].idleMs));
    await manager.query('insert into refresh_token (hash, session_id, issued_at, expires_at) values ($1, $2, $3, $4)', [
      digestOf(token),
      id,
      now,
      expiresAt,
    ]);
  }
}

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest();
