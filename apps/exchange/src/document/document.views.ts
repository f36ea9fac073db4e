import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { DocumentAct, DocumentFileView, DocumentView, FileOfDocument } from '@karez/contracts-exchange';
import type { FileView } from '@karez/contracts-files';
import type { Permission } from '@karez/contracts-kernel';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { DocumentFiles } from './document-files.js';
import { OfficialDocument } from './document.entity.js';
import { type HeldFile, SealedDocuments } from './sealed-document.js';

const owner = { org: 'document.org_id' };

/** One document as its own body sees it. */
@Injectable()
export class DocumentViews {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly files: DocumentFiles,
    private readonly sealed: SealedDocuments,
  ) {}

  /** @throws DomainError `not_found` for another body's as for nobody's */
  async one(documentId: string, { actor, trace }: Ctx): Promise<DocumentView> {
    const { sql, params } = scopeSql(actor, 'exchange.document.read', owner);
    const document = await this.source
      .createQueryBuilder(OfficialDocument, 'document')
      .where('document.id = :documentId', { documentId })
      .andWhere(sql, params)
      .getOne();
    if (!document || document.state === 'discarded') throw new DomainError('not_found', { id: documentId });
    const [row] = await this.source.query<{ name: string; keyId: string | null }[]>(
      `select org.name, sealed.signature ->> 'keyId' as "keyId" from org_copy org left join sealed_document sealed on sealed.digest = $2 where org.id = $1`,
      [document.orgId, document.digest],
    );
    const may = await this.#mayOf(actor, document.orgId);
    return {
      ...document.elements,
      ...{ id: document.id, orgId: document.orgId, orgName: row?.name ?? '', state: document.state, number: document.number },
      ...{
        files: await this.#filesOf(document, trace),
        createdAt: document.createdAt.toISOString(),
        createdByName: document.createdByName,
      },
      ...(document.sealedAt && { sealedAt: document.sealedAt.toISOString(), sealedByName: document.sealedByName ?? '' }),
      ...(document.digest && { digest: document.digest, keyId: row?.keyId ?? '' }),
      ...{ version: document.version, acts: actsOn(document, may) },
    };
  }

  async #mayOf(actor: Actor, orgId: string): Promise<(permission: Permission) => boolean> {
    const held: Permission[] = [];
    for (const permission of ['exchange.document.write', 'exchange.document.seal', 'exchange.dispatch.send'] as const) {
      const { sql, params } = scopeSql(actor, permission, { org: 'org.id' });
      const query = this.source.createQueryBuilder().select('1', 'one').from('(select :orgId::uuid as id)', 'org');
      if (await query.setParameter('orgId', orgId).where(sql, params).getRawOne()) held.push(permission);
    }
    return (permission) => held.includes(permission);
  }

  async #filesOf(document: OfficialDocument, trace: string): Promise<DocumentFileView[]> {
    if (document.digest) return (await this.sealed.get(this.source.manager, document.digest)).files.map(sealedFileView);
    const named = await this.files.read(this.source.manager, document.id);
    const states = named.length ? await this.files.states(document.id, trace) : new Map<string, FileView>();
    return named.map((file) => draftFileView(file, states.get(file.fileId)));
  }
}

function actsOn({ state }: OfficialDocument, may: (permission: Permission) => boolean): DocumentAct[] {
  const draft: DocumentAct[] = [
    ...(may('exchange.document.seal') ? ['seal' as const] : []),
    ...(may('exchange.document.write') ? ['edit' as const, 'discard' as const] : []),
  ];
  if (state === 'draft') return draft;
  return state === 'sealed' && may('exchange.dispatch.send') ? ['send'] : [];
}

function draftFileView({ fileId, role, ordinal }: FileOfDocument & { ordinal: number }, file: FileView | undefined): DocumentFileView {
  if (!file) return { fileId, role, ordinal, name: '', size: 0, state: 'discarded', readable: false };
  const { name, size, state, readable, mediaType, sm3, reason, reasonParams, checkedAt } = file;
  return {
    ...{ fileId, role, ordinal, name, size, state, readable },
    ...{ ...(mediaType && { mediaType }), ...(sm3 && { sm3 }), ...(checkedAt && { checkedAt }) },
    ...(reason && { reason, reasonParams: reasonParams ?? {} }),
  };
}

/** What was sealed had been scanned, and stays as it was. */
export const sealedFileView = (file: HeldFile): DocumentFileView => ({ ...file, state: 'clean', readable: true });
