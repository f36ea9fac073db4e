import { Inject, Injectable } from '@nestjs/common';
import type { DocumentElements, FileRole, LayoutView, SignedStatement } from '@karez/contracts-exchange';
import { canonicalBytes, type CryptoProvider, type JsonValue, type KeyDirectory, signDetached, verifyDetached } from '@karez/crypto';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { KeyRing } from '../key/key-ring.js';
import type { CompleteElements, OfficialDocument } from './document.entity.js';

/** One file of a sealed document; name, size and SM3 are under the body's signature. */
export interface SealedFile {
  readonly role: FileRole;
  readonly ordinal: number;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  readonly sm3: string;
}
/** The same file as it lies on this node. */
export interface HeldFile extends SealedFile {
  readonly fileId: string;
  readonly checkedAt?: string;
  readonly layout?: LayoutView;
  /** Why this node does not take the file: an error code of files. It came from another node, and its document is rejected. */
  readonly unfit?: string;
}
/** What the body's signature covers, as canonical JSON. */
export interface SealedBody {
  readonly v: 1;
  readonly kind: 'document';
  readonly id: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly elements: DocumentElements;
  readonly files: readonly SealedFile[];
}
export interface SealedDocument extends SignedStatement {
  readonly digest: string;
  readonly orgId: string;
  readonly files: readonly HeldFile[];
  readonly sealedAt: Date;
  readonly says: SealedBody;
}
const purpose = 'exchange.document';

/** Sealed documents of this node: each once, under its digest, however many bodies here have it. */
@Injectable()
export class SealedDocuments {
  constructor(
    private readonly keys: KeyRing,
    @Inject('CryptoProvider') private readonly crypto: CryptoProvider,
  ) {}

  /** The body signs what stands there now. @returns the digest @throws DomainError `exchange.key.missing` */
  async seal(tx: Tx, document: OfficialDocument, sender: { id: string; name: string }, files: readonly HeldFile[]): Promise<string> {
    const says: SealedBody = {
      ...{ v: 1, kind: 'document', id: document.id, orgId: sender.id, orgName: sender.name },
      ...{ elements: plain(document.elements), files: files.map(sealedFile) },
    };
    const bytes = canonicalBytes(says as unknown as JsonValue);
    const key = await this.keys.signingKeyOf(tx.manager, sender, tx.ctx.now);
    const signature = await signDetached(this.crypto, bytes, { purpose, signedAt: tx.ctx.now }, key);
    return this.#keep(tx, { body: bytes.toString('utf8'), signature }, says, files);
  }

  /** @throws DomainError `not_found` */
  async get(manager: EntityManager, digest: string): Promise<SealedDocument> {
    const [row] = await manager.query<Omit<SealedDocument, 'says'>[]>(
      'select digest, org_id as "orgId", body, signature, files, sealed_at as "sealedAt" from sealed_document where digest = $1',
      [digest],
    );
    if (!row) throw new DomainError('not_found', { id: digest });
    return { ...row, says: JSON.parse(row.body) as SealedBody };
  }

  /**
   * Does the sender's signature still stand, over what lies here?
   * @throws DomainError of libs/crypto that says why not
   */
  async verify(
    { body, signature, orgId }: Pick<SealedDocument, 'body' | 'signature' | 'orgId'>,
    seenAt: Date,
    directory: KeyDirectory = this.keys,
  ): Promise<void> {
    if (signature.signer !== orgId) throw new DomainError('crypto.signature_invalid', { signer: orgId });
    await verifyDetached(this.crypto, Buffer.from(body, 'utf8'), signature, { purpose, directory, seenAt });
  }

  /** As `verify`, inside a transaction and over its connection. */
  verifyIn({ manager, ctx }: Tx, document: Pick<SealedDocument, 'body' | 'signature' | 'orgId'>): Promise<void> {
    return this.verify(document, ctx.now, this.keys.within(manager));
  }

  /** Verifies a sealed document that came from another node and keeps it. */
  async take(tx: Tx, { body, signature }: SignedStatement, files: readonly HeldFile[]): Promise<SealedDocument> {
    const says = JSON.parse(body) as SealedBody;
    await this.verifyIn(tx, { body, signature, orgId: says.orgId });
    return this.get(tx.manager, await this.#keep(tx, { body, signature }, says, files));
  }

  async #keep(
    { manager, ctx }: Tx,
    { body, signature }: SignedStatement,
    { orgId }: SealedBody,
    files: readonly HeldFile[],
  ): Promise<string> {
    const digest = this.crypto.digest(Buffer.from(body, 'utf8')).toString('hex');
    await manager.query(
      `insert into sealed_document (digest, org_id, body, signature, files, sealed_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [digest, orgId, body, JSON.stringify(signature), JSON.stringify(files), ctx.now],
    );
    return digest;
  }
}

const sealedFile = ({ role, ordinal, name, size, mediaType, sm3 }: HeldFile): SealedFile => ({ role, ordinal, name, size, mediaType, sm3 });
/** As JSON has it: what was not said is not there. */
const plain = (elements: CompleteElements): DocumentElements => JSON.parse(JSON.stringify(elements)) as DocumentElements;
