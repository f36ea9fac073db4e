import { accessType, authorityType, issuer } from '@karez/auth';
import { identityApi } from '@karez/contracts-identity';
import { type Actor, DomainError, newId } from '@karez/kernel';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { StandInService } from './stand-in-service.js';

const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

/** Identity as far as the gateway sees it: keys, authorities, and which sessions have ended. */
export class StandInIdentity {
  readonly actors = new Map<string, Actor>();
  readonly changes: { sessionId: string; ended: boolean; at: string }[] = [];
  authorityMs = 300_000;

  private constructor(
    readonly service: StandInService,
    private readonly key: CryptoKey,
  ) {}

  static async start(natsUrl: string): Promise<StandInIdentity> {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256', use: 'sig' };
    const service = await StandInService.start('identity', natsUrl);
    const identity = new StandInIdentity(service, privateKey);
    service.on(identityApi.getJwks, () => ({ keys: [jwk] }));
    service.on(identityApi.getAuthority, ({ accessToken }) => identity.authorityFor(accessToken));
    service.on(identityApi.listSessionChanges, ({ since }) => ({
      now: new Date().toISOString(),
      items: identity.changes.filter(({ at }) => !since || at >= since),
    }));
    await service.settled();
    return identity;
  }

  /** A session of somebody with these permissions; the token that the caller shows. */
  async signIn(
    actor: Partial<Actor> & { permissions?: `${string}.${string}.${string}`[] } = {},
  ): Promise<{ token: string; sessionId: string; actor: Actor }> {
    const { permissions = [], ...given } = actor;
    const sessionId = newId();
    const whole: Actor = {
      ...{ realm: 'staff', id: newId(), name: '试用人', orgId: newId(), sessionId },
      grants: permissions.length ? [{ permissions, scope: 'all', orgIds: [] }] : [],
      ...given,
    };
    this.actors.set(sessionId, whole);
    return { token: await this.accessToken(sessionId), sessionId, actor: whole };
  }

  accessToken(sessionId: string, seconds = 600, typ = accessType): Promise<string> {
    const { id = newId(), realm = 'staff' } = this.actors.get(sessionId) ?? {};
    return this.#sign({ sid: sessionId, realm, sub: id }, typ, inSeconds(seconds));
  }

  async authorityFor(accessToken: string): Promise<{ token: string; expiresAt: string }> {
    const { sid } = JSON.parse(Buffer.from(accessToken.split('.')[1]!, 'base64url').toString()) as { sid: string };
    const actor = this.actors.get(sid);
    if (!actor) throw new DomainError('auth.expired');
    const expiresAt = new Date(Date.now() + this.authorityMs);
    return {
      token: await this.#sign({ actor, sub: actor.id }, authorityType, Math.ceil(expiresAt.getTime() / 1000)),
      expiresAt: expiresAt.toISOString(),
    };
  }

  /** As identity does: the session is gone, and whoever asks hears it. */
  end(sessionId: string): void {
    this.actors.delete(sessionId);
    this.changes.push({ sessionId, ended: true, at: new Date().toISOString() });
  }

  #sign(claims: object, typ: string, exp: number): Promise<string> {
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ })
      .setIssuer(issuer)
      .setIssuedAt()
      .setExpirationTime(exp)
      .sign(this.key);
  }
}
