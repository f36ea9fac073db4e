import { Injectable } from '@nestjs/common';
import type { RenditionLink } from '@karez/contracts-oa';
import { type Ctx, derivedId, DomainError } from '@karez/kernel';
import { type DueTask, OnTask } from '@karez/messaging';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Tx } from '@karez/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { Typesetter } from '../rendition/typesetter.js';
import { DocumentTexts } from './document-texts.js';
import { OutgoingDocument } from './outgoing-document.entity.js';
import { RenditionFiles } from './rendition-files.js';
import { completeText } from './written-text.js';

const kind = 'oa.rendition';
const namespace = '5e0b6f0a-3c1d-4a77-9b3e-8f2d6f6b1c90';
interface Wanted {
  readonly documentId: string;
  /** Digest of the text and the number that are to be printed: another text is another page. */
  readonly key: string;
}
export interface StoredRendition {
  readonly fileId: string;
  readonly pages: number;
}
/** What a page is a page of. */
const keyOf = ({ digest, number }: OutgoingDocument): string => `${digest}/${number ?? ''}`;

/** 版式件: printed outside the act that asks for it, on threads of their own, tried again until it is there. The same text is printed once. */
@Injectable()
export class Renditions {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly texts: DocumentTexts,
    private readonly typesetter: Typesetter,
    private readonly files: RenditionFiles,
  ) {}

  async want(tx: Tx, document: OutgoingDocument): Promise<void> {
    await tx.schedule(kind, tx.ctx.now, { documentId: document.id, key: keyOf(document) } satisfies Wanted);
  }

  /** The page of the document as it stands; nothing while it is not printed. */
  async of(manager: EntityManager, document: OutgoingDocument): Promise<StoredRendition | undefined> {
    const [row] = await manager.query<StoredRendition[]>(
      'select file_id as "fileId", pages from document_rendition where document_id = $1 and key = $2',
      [document.id, keyOf(document)],
    );
    return row;
  }

  /** @throws DomainError `oa.document.not_rendered` */
  async link(document: OutgoingDocument, ctx: Ctx): Promise<RenditionLink> {
    const page = await this.of(this.source.manager, document);
    if (!page) throw new DomainError('oa.document.not_rendered');
    return this.files.link(page.fileId, ctx);
  }

  @OnTask(kind)
  async make(task: DueTask<Wanted>): Promise<void> {
    const { documentId, key } = task.payload;
    const document = await this.source.manager.findOneBy(OutgoingDocument, { id: documentId });
    if (!document || keyOf(document) !== key || (await this.of(this.source.manager, document)))
      return task.complete(() => Promise.resolve());
    const { text } = await this.texts.one(this.source.manager, documentId, document.textVersion);
    const [host] = await this.source.query<{ name: string }[]>('select name from org_copy where id = $1', [document.hostId]);
    const { pdf, pages, digest } = await this.typesetter.renderOfficial(completeText(text, document, host?.name ?? ''));
    const name = `${document.title}${document.number ? `（${document.number}）` : ''}.pdf`;
    const fileId = await this.files.store(derivedId(`${documentId}/${digest}`, namespace), name, pdf, task.trace);
    await task.complete(async ({ manager, ctx }) => {
      await manager.query(
        'insert into document_rendition (document_id, key, file_id, pages, digest, made_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
        [documentId, key, fileId, pages, digest, ctx.now],
      );
    });
  }
}
