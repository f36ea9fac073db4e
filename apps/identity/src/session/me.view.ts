import { Injectable } from '@nestjs/common';
import type { Me } from '@karez/contracts-identity';
import { type Actor, DomainError } from '@karez/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { currentPosts } from '../person/post.js';
import { IdentitySettings } from '../settings.js';
import { type GrantedRole, grantsOf } from './capacity.js';
import { type FactorState, Factors } from './factors.js';
import { asvs, mlps3 } from './password.policy.js';
import { Passwords } from './passwords.js';
import { factorMissing, limitOf } from './standing.policy.js';
import { stepUpMs } from '@karez/auth';

interface Subject {
  readonly account: string;
  readonly name: string;
  readonly mobile: string | null;
  readonly email: string | null;
  readonly postId: string | null;
  readonly steppedUpAt: Date | null;
  readonly unread: number;
}

type Security = Pick<
  Me,
  'permissions' | 'passwordMustChange' | 'passwordChangedAt' | 'factorEnrolled' | 'factorMissing' | 'recoveryCodesLeft'
>;

/** The caller, as the caller may know it: read afresh, because the authority that came with the call may be minutes old. */
@Injectable()
export class MeView {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
    private readonly factors: Factors,
    private readonly settings: IdentitySettings,
  ) {}

  async of(actor: Actor, now: Date, manager: EntityManager = this.dataSource.manager): Promise<Me> {
    const realm = actor.realm as Me['realm'];
    const subject = await this.#subject(actor, manager);
    const posts = realm === 'staff' ? (await currentPosts(manager, actor.id)).map(({ validFrom: _validFrom, ...post }) => post) : [];
    const post = posts.find(({ id }) => id === subject.postId);
    const grants = realm === 'staff' ? await grantsOf(manager, subject.postId) : ownGrants(actor);
    return {
      ...{ realm, id: actor.id, account: subject.account, name: subject.name, posts },
      ...(subject.mobile ? { mobile: subject.mobile } : {}),
      ...(subject.email ? { email: subject.email } : {}),
      ...(post ? { post } : {}),
      grants: grants.map(({ roleName, scope, permissions }) => ({ roleName, scope, permissions: [...permissions] })),
      ...(await this.#security(actor, grants, now, manager)),
      ...steppedUp(subject, now),
      unreadNotifications: subject.unread,
    };
  }

  async #security({ id, realm }: Actor, grants: readonly GrantedRole[], now: Date, manager: EntityManager): Promise<Security> {
    const credential = await this.passwords.of(id, manager);
    const passwordMustChange = credential !== undefined && this.passwords.mustChange(credential, realm === 'staff' ? mlps3 : asvs, now);
    const factor: FactorState = realm === 'staff' ? await this.factors.of(id, manager) : { enrolled: false, recoveryCodesLeft: 0 };
    const standing = { passwordMustChange, factorEnrolled: factor.enrolled, grants };
    const limited = limitOf(standing, this.settings.adminFactor) !== undefined;
    return {
      permissions: limited ? [] : [...new Set(grants.flatMap(({ permissions }) => permissions))].sort(),
      ...{ passwordMustChange, passwordChangedAt: (credential?.changedAt ?? now).toISOString() },
      ...{ factorEnrolled: factor.enrolled, factorMissing: factorMissing(standing), recoveryCodesLeft: factor.recoveryCodesLeft },
    };
  }

  async #subject({ realm, id, sessionId }: Actor, manager: EntityManager): Promise<Subject> {
    const [row] = await manager.query<[Subject | undefined]>(
      `select coalesce(person.account, applicant.phone, client.id::text) as account, coalesce(person.name, applicant.name, client.name) as name,
         coalesce(person.mobile, applicant.phone) as mobile, person.email, session.post_id as "postId", session.stepped_up_at as "steppedUpAt",
         (select count(*)::int from notification where person_id = person.id and read_at is null) as unread
       from session
         left join person on session.realm = 'staff' and person.id = session.subject_id
         left join applicant on session.realm = 'applicant' and applicant.id = session.subject_id
         left join client on session.realm = 'service' and client.id = session.subject_id
       where session.id = $1 and session.realm = $2 and session.subject_id = $3`,
      [sessionId ?? null, realm, id],
    );
    if (!row) throw new DomainError('auth.expired');
    return row;
  }
}

function steppedUp({ steppedUpAt }: Subject, now: Date): Pick<Me, 'steppedUpUntil'> {
  const until = steppedUpAt ? steppedUpAt.getTime() + stepUpMs : 0;
  return until > now.getTime() ? { steppedUpUntil: new Date(until).toISOString() } : {};
}

/** A service client's grants come with its authority. */
const ownGrants = (actor: Actor): GrantedRole[] => actor.grants.map((grant) => ({ ...grant, roleName: actor.name }));
