import { authorityType, issuer } from '@karez/auth';
import type { Actor } from '@karez/kernel';
import type { Bus } from '@karez/messaging';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Stands for identity on a bench: answers with its public key and signs authority tokens. */
export class TestIdentity {
  private constructor(private readonly key: Parameters<SignJWT['sign']>[0]) {}

  static async on({ connection }: Bus): Promise<TestIdentity> {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256' }] };
    connection.subscribe('qry.identity.getJwks.v1', { callback: (_error, message) => void message.respond(JSON.stringify({ ok: keys })) });
    return new TestIdentity(privateKey);
  }

  authority(actor: Actor): Promise<string> {
    return new SignJWT({ actor: { ...actor } })
      .setProtectedHeader({ alg: 'ES256', kid: 'bench', typ: authorityType })
      .setIssuer(issuer)
      .setExpirationTime('5m')
      .sign(this.key);
  }
}
