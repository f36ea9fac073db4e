import { Injectable } from '@nestjs/common';
import type { DocumentPhase, DocumentVersionRow, DocumentVersionView, OfficialText } from '@karez/contracts-oa';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import type { OutgoingDocument, Written } from './outgoing-document.entity.js';

interface Row {
  readonly number: number;
  readonly author_id: string;
  readonly author_name: string;
  readonly phase: DocumentPhase;
  readonly digest: string;
  readonly title: string;
  readonly at: Date;
  readonly text: OfficialText;
}
const head = `number, author_id, author_name, phase, digest, text ->> 'title' as title, at`;

/** 稿本: every text that a document ever had. Each handler writes a version of the own; nobody writes over another's. */
@Injectable()
export class DocumentTexts {
  /** The number of the version that a text of this author in this phase belongs to: the last one, or a new one. */
  async numberFor({ manager, ctx }: Tx, document: OutgoingDocument): Promise<number> {
    const [last] = await manager.query<{ number: number; author_id: string; phase: string }[]>(
      'select number, author_id, phase from document_version where document_id = $1 order by number desc limit 1',
      [document.id],
    );
    if (!last) return 1;
    return last.author_id === ctx.actor.id && last.phase === document.state ? last.number : last.number + 1;
  }

  async put({ manager, ctx }: Tx, document: OutgoingDocument, { text, digest }: Written): Promise<void> {
    await manager.query(
      `insert into document_version (document_id, number, author_id, author_name, phase, digest, text, at) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (document_id, number) do update set digest = excluded.digest, text = excluded.text, at = excluded.at`,
      [document.id, document.textVersion, ctx.actor.id, ctx.actor.name, document.state, digest, JSON.stringify(text), ctx.now],
    );
  }

  async rows(manager: EntityManager, documentId: string): Promise<DocumentVersionRow[]> {
    const rows = await manager.query<Row[]>(`select ${head} from document_version where document_id = $1 order by number`, [documentId]);
    return rows.map(versionRow);
  }

  /** @throws DomainError `not_found` */
  async one(manager: EntityManager, documentId: string, number: number): Promise<DocumentVersionView> {
    const [row] = await manager.query<Row[]>(`select ${head}, text from document_version where document_id = $1 and number = $2`, [
      documentId,
      number,
    ]);
    if (!row) throw new DomainError('not_found', { id: `${documentId}/${number}` });
    return { ...versionRow(row), text: row.text };
  }
}

const versionRow = ({ number, author_id, author_name, phase, digest, title, at }: Row): DocumentVersionRow => ({
  ...{ number, authorId: author_id, authorName: author_name, phase, digest, title, at: at.toISOString() },
});
