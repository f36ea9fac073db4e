import { Injectable } from '@nestjs/common';
import type { EditionTexts, Language, WordHit } from '@karez/contracts-portal';
import { DomainError } from '@karez/kernel';
import type { EntityManager } from 'typeorm';
import { SiteColumn } from '../column/column.entity.js';
import { cleanHtml } from '../html/clean-html.js';
import { plainText } from '../html/plain-text.js';
import { Words } from '../word-check/words.js';

export type WrittenEdition = EditionTexts & { readonly changeNote?: string };
export interface CheckedEdition {
  readonly texts: WrittenEdition;
  readonly plain: string;
  readonly removed: readonly string[];
  readonly hits: readonly WordHit[];
  /** Of the column. */
  readonly orgId: string;
}

/** What an editor wrote, cleaned and checked: nothing else is ever stored. */
@Injectable()
export class EditionChecks {
  constructor(private readonly words: Words) {}

  /** @throws DomainError `portal.article.column_elsewhere`, `portal.column.closed`, `portal.article.empty` */
  async check(
    manager: EntityManager,
    { siteId, language }: { readonly siteId: string; readonly language: Language },
    written: WrittenEdition,
    before: readonly WordHit[] = [],
  ): Promise<CheckedEdition> {
    const column = await manager.findOneBy(SiteColumn, { id: written.columnId, siteId });
    if (!column) throw new DomainError('portal.article.column_elsewhere');
    column.assertOpen();
    const { html, removed } = cleanHtml(written.body);
    const plain = plainText(html);
    if (!plain) throw new DomainError('portal.article.empty');
    const { title, summary, source, author } = written;
    const check = await this.words.check(manager);
    const hits = check.check({ title, body: plain, source, ...(summary && { summary }), ...(author && { author }) }, language, before);
    return { texts: { ...written, body: html }, plain, removed, hits, orgId: column.orgId };
  }
}
