import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { accessType, authorityType, issuer } from '@karez/auth';
import type { Realm } from '@karez/contracts-kernel';
import type { Actor } from '@karez/kernel';
import { SigningKeys } from './signing-keys.js';

/** Seconds. An ended session is refused at once by `getAuthority` and by the gateway's poll; these are the outer limits. */
export const accessSeconds = 600;
export const authoritySeconds = 300;

/** Whose session an access token opens. */
export interface AccessSubject {
  readonly sessionId: string;
  readonly subjectId: string;
  readonly realm: Realm;
}

/** Signs the two kinds of token that Karez knows: access tokens for the edge, authority tokens for the bus. */
@Injectable()
export class Tokens {
  readonly #jwt = new JwtService({});

  constructor(private readonly keys: SigningKeys) {}

  access({ sessionId, subjectId, realm }: AccessSubject, seconds: number): Promise<string> {
    return this.#sign(accessType, { sub: subjectId, sid: sessionId, realm }, seconds);
  }

  authority(actor: Actor, seconds: number): Promise<string> {
    return this.#sign(authorityType, { sub: actor.id, actor }, seconds);
  }

  async #sign(typ: string, claims: object, seconds: number): Promise<string> {
    const { kid, privateKey } = await this.keys.current();
    const header = { typ, alg: 'ES256', kid } as const;
    return this.#jwt.signAsync(claims, { privateKey, algorithm: 'ES256', issuer, expiresIn: seconds, header } as never);
  }
}
