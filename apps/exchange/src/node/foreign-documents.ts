import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { NodeWant, SignedStatement, StatementBody } from '@karez/contracts-exchange';
import { type CryptoProvider, parseCanonical } from '@karez/crypto';
import { DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { type HeldFile, type SealedBody, type SealedFile, SealedDocuments } from '../document/sealed-document.js';
import { ForeignFiles } from './foreign-files.js';
import type { Peer } from './peer.js';

export interface ForeignDocument {
  readonly statement: SignedStatement;
  readonly files: readonly HeldFile[];
}
export type ArrivedDocument =
  /** It lies here already, under its digest. */
  { readonly known: true } | { readonly document: ForeignDocument } | { readonly wanted: NodeWant } | { readonly waiting: true };

const mostFiles = 100;

/** Sealed documents of other nodes: whole only when every file is here and was looked at as uploads are. */
@Injectable()
export class ForeignDocuments {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly sealed: SealedDocuments,
    private readonly files: ForeignFiles,
    @Inject('CryptoProvider') private readonly crypto: CryptoProvider,
  ) {}

  /** @throws DomainError `exchange.letter.malformed`, `exchange.letter.sender_mismatch`, `exchange.letter.signature`, `exchange.node.bytes_differ` */
  async arrived(peer: Peer, { documentDigest, senderId }: StatementBody, statement: SignedStatement | undefined): Promise<ArrivedDocument> {
    if (await this.#isHere(documentDigest)) return { known: true };
    if (typeof statement?.body !== 'string') throw new DomainError('exchange.letter.malformed', { reason: 'document' });
    const digest = this.crypto.digest(Buffer.from(statement.body, 'utf8')).toString('hex');
    if (digest !== documentDigest) throw new DomainError('exchange.letter.malformed', { reason: 'digest' });
    const says = readDocument(statement.body);
    if (says.orgId !== senderId) throw new DomainError('exchange.letter.sender_mismatch');
    await this.sealed.verify({ ...statement, orgId: says.orgId }, new Date()).catch((error: unknown) => {
      throw error instanceof DomainError ? new DomainError('exchange.letter.signature', { code: error.code }) : error;
    });
    const held: HeldFile[] = [];
    for (const file of says.files) {
      const arrived = await this.files.arrived(peer, file);
      if (!('held' in arrived)) return arrived;
      held.push(arrived.held);
    }
    return { document: { statement, files: held } };
  }

  async #isHere(digest: string): Promise<boolean> {
    const found = await this.source.query<unknown[]>('select 1 from sealed_document where digest = $1', [digest]);
    return found.length > 0;
  }
}

function readDocument(body: string): SealedBody {
  const says = parseCanonical(Buffer.from(body, 'utf8')) as unknown as SealedBody;
  const fits = says.v === 1 && says.kind === 'document' && Array.isArray(says.files) && says.files.length <= mostFiles;
  if (!fits || !says.files.every(isFile)) throw new DomainError('exchange.letter.malformed', { reason: 'document' });
  return says;
}

const isFile = ({ name, size, sm3 }: SealedFile): boolean =>
  typeof name === 'string' && Number.isSafeInteger(size) && size > 0 && typeof sm3 === 'string' && /^[0-9a-f]{64}$/.test(sm3);
