import { Injectable } from '@nestjs/common';
import type { RefreshSession, SignedIn } from '@karez/contracts-identity';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { noticeTo } from '../../notification/notice.js';
import { Person } from '../../person/person.entity.js';
import { asvs, mlps3 } from '../password.policy.js';
import { Passwords } from '../passwords.js';
import { RefreshTokens } from '../refresh-tokens.js';
import { saveChanged } from '../session-changes.js';
import { Session } from '../session.entity.js';
import { SessionStarter } from '../session-starter.js';

/** What a presentation comes to: tokens, or the end of the session, which has to be committed before it is told. */
type Outcome = { readonly signedIn: SignedIn } | { readonly reused: true };

/** 续期. A token is used once; a lost answer is given again for 30 s; a token used after that is stolen, and the session ends. */
@Injectable()
export class RefreshSessionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly refreshTokens: RefreshTokens,
    private readonly passwords: Passwords,
    private readonly starter: SessionStarter,
  ) {}

  async execute({ refreshToken }: RefreshSession, ctx: Ctx): Promise<SignedIn> {
    if (!refreshToken) throw new DomainError('auth.required');
    const owner = await this.refreshTokens.ownerOf(refreshToken);
    if (!owner) throw new DomainError('auth.expired');
    const own: Ctx = { ...ctx, actor: owner };
    const outcome = await this.unitOfWork.run(own, (tx) => this.#present(tx, refreshToken), { keep: false });
    if ('signedIn' in outcome) return outcome.signedIn;
    await this.unitOfWork.refused(own, 'identity.session.refresh_reused');
    throw new DomainError('identity.session.refresh_reused');
  }

  async #present(tx: Tx, token: string): Promise<Outcome> {
    const { now } = tx.ctx;
    const presented = await this.refreshTokens.present(tx.manager, token, now);
    if (presented.is === 'unknown') throw new DomainError('auth.expired');
    if (presented.is === 'reused') return this.#reused(tx, presented.sessionId);
    // whoever has taken the token goes on to the session alone; the others only read
    const session =
      presented.is === 'again'
        ? await tx.manager.findOneBy(Session, { id: presented.sessionId })
        : await tx.load(Session, presented.sessionId);
    if (!session?.openAt(now)) throw new DomainError('auth.expired');
    tx.touch('session', session.id);
    const refreshToken = presented.is === 'first' ? await this.#rotate(tx, token, session) : this.refreshTokens.successorOf(token);
    const credential = await this.passwords.of(session.subjectId, tx.manager);
    const mustChange = credential !== undefined && this.passwords.mustChange(credential, session.realm === 'staff' ? mlps3 : asvs, now);
    return { signedIn: await this.starter.signedIn(session, refreshToken, mustChange, now) };
  }

  async #rotate(tx: Tx, token: string, session: Session): Promise<string> {
    await tx.manager.query('update session set last_seen_at = $2 where id = $1', [session.id, tx.ctx.now]);
    return this.refreshTokens.issueSuccessor(tx.manager, token, session, tx.ctx.now);
  }

  /** The person is held before the session, as everywhere, so that two commands never wait for each other. */
  async #reused(tx: Tx, sessionId: string): Promise<Outcome> {
    const { actor, now, address } = tx.ctx;
    const person = actor.realm === 'staff' ? await tx.load(Person, actor.id) : undefined;
    const session = await tx.load(Session, sessionId);
    if (!session.openAt(now)) throw new DomainError('auth.expired');
    session.end('refresh_reused', now);
    await saveChanged(tx, session);
    if (person) {
      await noticeTo(tx, person, 'refresh_reused', { address: address ?? '' });
      await tx.save(person);
    }
    return { reused: true };
  }
}
