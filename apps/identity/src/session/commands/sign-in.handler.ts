import { Injectable } from '@nestjs/common';
import type { SignedIn, SignIn } from '@karez/contracts-identity';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { noticeTo } from '../../notification/notice.js';
import { Person } from '../../person/person.entity.js';
import { Attempts, type SignInAttempt } from '../attempts.js';
import { deviceOf } from '../device.js';
import { Factors } from '../factors.js';
import { mlps3 } from '../password.policy.js';
import { type Credential, Passwords } from '../passwords.js';
import { SessionStarter } from '../session-starter.js';

interface Account {
  readonly id: string;
  readonly name: string;
  readonly state: 'active' | 'disabled';
  readonly postId: string | null;
  readonly orgId: string | null;
  readonly factorEnrolled: boolean;
}

/** 登录. Unknown account, wrong password and disabled account are one answer after the same work. */
@Injectable()
export class SignInHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly factors: Factors,
    private readonly starter: SessionStarter,
  ) {}

  async execute({ account: typed, password, code }: SignIn, ctx: Ctx): Promise<SignedIn> {
    const name = typed.trim().toLowerCase();
    const account = await this.#find(name);
    const attempt: SignInAttempt = { realm: 'staff', account: name, subjectId: account?.id, address: ctx.address };
    // a text that is no account may be a password in the wrong field: only accounts that exist are named in the audit
    const tried: Ctx = { ...ctx, actor: { ...ctx.actor, name: account ? name : '' } };
    await this.#refusing(tried, () => this.attempts.enterSignIn(attempt, ctx.now));
    const credential = await this.passwords.of(account?.id);
    const right = await this.passwords.matches(credential, password);
    if (!right || !credential || account?.state !== 'active') return this.#refuse(tried, 'identity.session.wrong_credentials');
    await this.attempts.passedSignIn(attempt);

    if (account.factorEnrolled) {
      if (!code) throw new DomainError('identity.session.second_factor_required');
      await this.#refusing(tried, () => this.attempts.enterFactor(account.id, ctx.now));
    }
    return this.#refusing(tried, () => this.#start(account, credential, code, ctx));
  }

  async #start(account: Account, credential: Credential, code: string | undefined, ctx: Ctx): Promise<SignedIn> {
    const { id, postId, factorEnrolled } = account;
    const mustChange = this.passwords.mustChange(credential, mlps3, ctx.now);
    const signedIn = await this.unitOfWork.run(
      { ...ctx, actor: actorOf(account) },
      async (tx) => {
        // held, so that disabling the person waits for this session and ends it
        const person = await tx.load(Person, id);
        if (person.state !== 'active') throw new DomainError('identity.session.wrong_credentials');
        if (factorEnrolled && !(await this.factors.use(tx.manager, id, code!, ctx.now)))
          throw new DomainError('identity.session.second_factor_wrong');
        await this.#tellOfNewPlace(tx, person);
        const steppedUpAt = factorEnrolled ? ctx.now : undefined;
        return this.starter.start(tx, { realm: 'staff', subjectId: id, postId: postId ?? undefined, steppedUpAt }, credential, mustChange);
      },
      { keep: false },
    );
    if (factorEnrolled) await this.attempts.passedFactor(id);
    return signedIn;
  }

  async #find(account: string): Promise<Account | undefined> {
    const [row] = await this.dataSource.query<[Account | undefined]>(
      `select person.id, person.name, person.state, post.id as "postId", post.org_id as "orgId",
         exists(select 1 from totp_factor where person_id = person.id and confirmed_at is not null) as "factorEnrolled"
       from person left join post on post.person_id = person.id and post.valid_to is null and post.is_primary
       where person.account = $1`,
      [account],
    );
    return row;
  }

  /** Signing in from an address for the first time is worth a word, the very first time aside. */
  async #tellOfNewPlace(tx: Tx, person: Person): Promise<void> {
    const { address, userAgent } = tx.ctx;
    if (!address) return;
    const sql = 'select count(*)::int as sessions, count(*) filter (where address = $2)::int as here from session where subject_id = $1';
    const [{ sessions, here }] = await tx.manager.query<[{ sessions: number; here: number }]>(sql, [person.id, address]);
    if (sessions === 0 || here > 0) return;
    await noticeTo(tx, person, 'signed_in_elsewhere', { address, device: deviceOf(userAgent) });
    await tx.save(person);
  }

  async #refusing<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError) await this.unitOfWork.refused(ctx, error.code);
      throw error;
    }
  }

  async #refuse(ctx: Ctx, code: string): Promise<never> {
    await this.unitOfWork.refused(ctx, code);
    throw new DomainError(code);
  }
}

const actorOf = ({ id, name, postId, orgId }: Account): Actor => ({
  ...{ realm: 'staff', id, name, grants: [] },
  ...(postId ? { postId } : {}),
  ...(orgId ? { orgId } : {}),
});
