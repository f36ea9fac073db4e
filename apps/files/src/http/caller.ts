import type { IncomingMessage } from 'node:http';
import { assertMay, type TokenCheck } from '@karez/auth';
import type { Access } from '@karez/contracts-kernel';
import { type Actor, anonymous, type Ctx, newId } from '@karez/kernel';

/** One request as it comes from the gateway: who asks, and the way below the endpoint. */
export interface HttpCall {
  readonly actor: Actor;
  readonly trace: string;
  readonly address: string | undefined;
  readonly userAgent: string | undefined;
}
const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/**
 * The caller by identity's signed word in `X-Karez-Authority`; the gateway lets no header of that name in from outside, and
 * a forged one has no signature.
 * @throws DomainError `auth.required`, `auth.forbidden`, `auth.expired`
 */
export async function callOf({ headers }: IncomingMessage, trace: string, needs: Access, tokens: TokenCheck): Promise<HttpCall> {
  const authority = one(headers['x-karez-authority']);
  const actor = authority ? await tokens.authority(authority) : anonymous;
  assertMay(actor, { needs, stepUp: false }, new Date());
  return { actor, trace, address: one(headers['x-karez-address']), userAgent: headers['user-agent'] };
}

/** The circumstances of a command that comes over HTTP. */
export function contextOf({ actor, trace, address, userAgent }: HttpCall, operation: string): Ctx {
  const now = new Date();
  const commandId = newId();
  return {
    ...{ actor, trace, operation, commandId, requestDigest: commandId, now, deadline: now.getTime() + 15_000 },
    ...(address ? { address } : {}),
    ...(userAgent ? { userAgent } : {}),
  };
}
