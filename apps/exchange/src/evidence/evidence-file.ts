import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { EvidenceFile, Side } from '@karez/contracts-exchange';
import { canonicalBytes, canonicalText, type CryptoProvider, type JsonValue, signDetached } from '@karez/crypto';
import type { Ctx } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { DeliveryViews } from '../delivery/delivery.views.js';
import { SealedDocuments } from '../document/sealed-document.js';
import { KeyRing } from '../key/key-ring.js';
import { isReceipt, type KnownStatement } from './statement.js';
import { Statements } from './statements.js';

/** The evidence file: everything that proves what happened to one delivery, under the node's seal. */
@Injectable()
export class EvidenceFiles {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly views: DeliveryViews,
    private readonly statements: Statements,
    private readonly sealed: SealedDocuments,
    private readonly keys: KeyRing,
    @Inject('CryptoProvider') private readonly crypto: CryptoProvider,
  ) {}

  /** @throws DomainError `not_found` */
  async of(deliveryId: string, ctx: Ctx): Promise<EvidenceFile> {
    const seen = await this.views.sideOf(deliveryId, ctx);
    const side: Side = 'custody' in seen ? 'recipient' : 'sender';
    const { digest } = 'custody' in seen ? seen.custody : seen.delivery;
    const { manager } = this.source;
    const { body, signature } = await this.sealed.get(manager, digest);
    const statements = inOrder(await this.statements.ofDelivery(manager, deliveryId)).map((each) => ({
      body: each.body,
      signature: each.signature,
    }));
    const keyIds = [...new Set([signature.keyId, ...statements.map((each) => each.signature.keyId)])];
    const certificates = await this.keys.certificates(manager, keyIds);
    const root = await this.keys.rootKey(manager);
    const content = {
      ...{ format: 'karez-evidence/1' as const, deliveryId, exportedAt: ctx.now.toISOString(), document: { body, signature }, statements },
      events: await this.#events(deliveryId, side),
      ...{ certificates, roots: await this.#roots([root.key.keyId, ...certificates.map((each) => each.signature.keyId)]) },
      revocations: await this.#revocations(keyIds),
    };
    const bytes = canonicalBytes(content as unknown as JsonValue);
    const seal = await signDetached(this.crypto, bytes, { purpose: 'exchange.evidence', signedAt: ctx.now }, root.key);
    // members in canonical order: written down as it is sent, it is byte for byte what was sealed
    return JSON.parse(canonicalText({ ...content, seal } as unknown as JsonValue)) as EvidenceFile;
  }

  async #events(deliveryId: string, side: Side): Promise<string[]> {
    const rows = await this.source.query<{ body: string }[]>(
      'select body from delivery_event where delivery_id = $1 and side = $2 order by seq',
      [deliveryId, side],
    );
    return rows.map(({ body }) => body);
  }

  async #roots(keyIds: readonly string[]): Promise<EvidenceFile['roots']> {
    const rows = await this.source.query<{ owner: string; keyId: string; publicKey: string; validFrom: Date }[]>(
      `select owner, key_id as "keyId", public_key as "publicKey", valid_from as "validFrom" from body_key where root and key_id = any($1) order by key_id`,
      [[...new Set(keyIds)]],
    );
    return rows.map(({ validFrom, ...root }) => ({ ...root, validFrom: validFrom.toISOString() }));
  }

  async #revocations(keyIds: readonly string[]): Promise<EvidenceFile['revocations']> {
    const rows = await this.source.query<{ keyId: string; revokedAt: Date }[]>(
      'select key_id as "keyId", revoked_at as "revokedAt" from body_key where key_id = any($1) and revoked_at is not null order by key_id',
      [keyIds],
    );
    return rows.map(({ keyId, revokedAt }) => ({ keyId, revokedAt: revokedAt.toISOString() }));
  }
}

/** By the time they name; the holder's receipts among each other by the number of its decision, because its clock may have been set back. */
function inOrder(statements: readonly KnownStatement[]): KnownStatement[] {
  const receipts = statements
    .filter(({ says }) => isReceipt(says.kind))
    .sort((one, other) => (one.says.epoch ?? 0) - (other.says.epoch ?? 0));
  return statements.map((each) => (isReceipt(each.says.kind) ? receipts.shift()! : each));
}
