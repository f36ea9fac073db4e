import { Injectable } from '@nestjs/common';
import type { SignedIn } from '@karez/contracts-identity';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { accessSeconds, Tokens } from '../key/tokens.js';
import type { Credential } from './passwords.js';
import { RefreshTokens } from './refresh-tokens.js';
import { type NewSession, Session } from './session.entity.js';

type Subject = Pick<NewSession, 'realm' | 'subjectId' | 'postId' | 'steppedUpAt'>;

/** The last step of every way of signing in: a session and its first two tokens. */
@Injectable()
export class SessionStarter {
  constructor(
    private readonly tokens: Tokens,
    private readonly refreshTokens: RefreshTokens,
  ) {}

  /** @throws DomainError `identity.session.wrong_credentials` when the password was changed since it was tried */
  async start(tx: Tx, subject: Subject, credential: Credential, passwordMustChange: boolean): Promise<SignedIn> {
    const { now, address, userAgent } = tx.ctx;
    const session = Session.start({ ...subject, address, userAgent }, now);
    await tx.save(session);
    const [same] = await tx.manager.query<[unknown[], number]>(
      'update credential set last_signed_in_at = $2 where subject_id = $1 and hash = $3 returning 1',
      [...[session.subjectId, now, credential.hash]],
    );
    if (!same.length) throw new DomainError('identity.session.wrong_credentials');
    const refreshToken = await this.refreshTokens.issueFirst(tx.manager, session, now);
    return this.signedIn(session, refreshToken, passwordMustChange, now);
  }

  async signedIn(session: Session, refreshToken: string, passwordMustChange: boolean, now: Date): Promise<SignedIn> {
    const { id: sessionId, realm, subjectId, endsAt } = session;
    const expiresIn = Math.min(accessSeconds, Math.floor((endsAt.getTime() - now.getTime()) / 1000));
    const accessToken = await this.tokens.access({ sessionId, subjectId, realm }, expiresIn);
    return { accessToken, refreshToken, expiresIn, sessionId, realm, passwordMustChange };
  }
}
