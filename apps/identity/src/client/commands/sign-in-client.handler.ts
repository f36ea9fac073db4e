import { Injectable } from '@nestjs/common';
import type { ClientToken, SignInClient } from '@karez/contracts-identity';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import type { JWK } from 'jose';
import { DataSource } from 'typeorm';
import { accessSeconds, Tokens } from '../../key/tokens.js';
import { Session } from '../../session/session.entity.js';
import { IdentitySettings } from '../../settings.js';
import { type Assertion, checkedAssertion, claimedClient, invalidAssertion } from '../assertion.js';
import { Client } from '../client.entity.js';

/** A client signs in with an assertion of its own key (RFC 7523), which is good for one use. */
@Injectable()
export class SignInClientHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: Tokens,
    private readonly settings: IdentitySettings,
  ) {}

  async execute({ client_assertion: text }: SignInClient, ctx: Ctx): Promise<ClientToken> {
    try {
      const { actor, keys } = await this.#find(claimedClient(text));
      const assertion = await checkedAssertion(text, { keys }, `${this.settings.publicUrl}/api/identity/token`, ctx.now);
      return await this.unitOfWork.run({ ...ctx, actor }, (tx) => this.#signIn(tx, assertion), { keep: false });
    } catch (error) {
      if (error instanceof DomainError) await this.unitOfWork.refused(ctx, error.code);
      throw error;
    }
  }

  async #signIn(tx: Tx, { clientId, jti, expiresAt }: Assertion): Promise<ClientToken> {
    const client = await tx.load(Client, clientId);
    if (client.state !== 'active') throw invalidAssertion('disabled');
    const fresh = await tx.manager.query<unknown[]>(
      'insert into client_assertion_jti (client_id, jti, expires_at) values ($1, $2, $3) on conflict do nothing returning jti',
      [clientId, jti, expiresAt],
    );
    if (!fresh.length) throw invalidAssertion('replayed');
    const { now, address, userAgent } = tx.ctx;
    const session = Session.start({ realm: 'service', subjectId: clientId, address, userAgent }, now);
    client.signedIn(now);
    await tx.save(session, client);
    const token = await this.tokens.access({ sessionId: session.id, subjectId: clientId, realm: 'service' }, accessSeconds);
    return { access_token: token, token_type: 'Bearer', expires_in: accessSeconds };
  }

  /** A client that is none has no keys, so that it is refused like one with a wrong signature. */
  async #find(id: string): Promise<{ actor: Actor; keys: JWK[] }> {
    const rows = await this.dataSource.query<{ name: string; orgId: string; jwk: JWK }[]>(
      `select client.name, client.org_id as "orgId", client_key.public_jwk as jwk from client join client_key on client_key.client_id = client.id where client.id = $1`,
      [id],
    );
    const [{ name, orgId }] = rows.length ? rows : [{ name: '', orgId: '' }];
    return { actor: { realm: 'service', id, name, orgId, grants: [] }, keys: rows.map(({ jwk }) => jwk) };
  }
}
