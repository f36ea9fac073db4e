import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { EditionTexts, Language } from '@karez/contracts-portal';
import { chinaDay } from '@karez/kernel';
import { Tx } from '@karez/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { SiteColumn } from '../column/column.entity.js';
import { log } from '../edition/article-log.js';
import { Article } from '../edition/article.entity.js';
import { EditionChecks } from '../edition/edition-texts.js';
import { Edition } from '../edition/edition.entity.js';
import { Publishing } from '../edition/publishing.js';
import { Site } from '../site/site.entity.js';
import { dated, pageHtml } from './page-text.js';
import { oneAtATime } from './one-at-a-time.js';
import { contextAt, crewOf } from './people.js';
import { storyTime } from './story-time.js';
import type { PlacedArticle, WrittenTexts } from './written-article.js';

const minuteMs = 60_000;
const dayMs = 86_400_000;
interface Place {
  readonly column: SiteColumn;
  readonly orgName: string;
}

/** Writes an article, takes it through the steps of its column and publishes it, at the times at which it is said to have happened. */
@Injectable()
export class Narrator {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly checks: EditionChecks,
    private readonly publishing: Publishing,
  ) {}

  /** Each language is one transaction: what is there already is left as it is. */
  async tell(written: PlacedArticle, now: Date): Promise<void> {
    const at = storyTime(now, written.daysAgo, written.time);
    await this.source.transaction((manager) => this.#edition(manager, written, 'zh-CN', written, at));
    const later = new Date(Math.min(at.getTime() + dayMs, now.getTime() - minuteMs));
    for (const [language, texts] of Object.entries(written.translations ?? {}) as [Language, WrittenTexts][])
      await this.source.transaction((manager) => this.#edition(manager, written, language, texts, later));
  }

  async #edition(manager: EntityManager, placed: PlacedArticle, language: Language, texts: WrittenTexts, at: Date): Promise<void> {
    await oneAtATime(manager);
    const { id: siteId } = await manager.findOneByOrFail(Site, { code: placed.site });
    const known = await manager.findOneBy(Article, { siteId, slug: placed.slug });
    if (known && (await manager.countBy(Edition, { articleId: known.id, language }))) return;
    const column = await manager.findOneByOrFail(SiteColumn, { siteId, code: placed.column });
    const [{ name: orgName }] = await manager.query<[{ name: string }]>('select name from org_copy where id = $1', [column.orgId]);
    const place = { column, orgName };
    const crew = crewOf(column.orgId, orgName);
    const writtenAt = new Date(at.getTime() - 90 * minuteMs);
    const as = (step: number, minutes: number): Tx =>
      new Tx(manager, contextAt(new Date(writtenAt.getTime() + minutes * minuteMs), crew[step % crew.length]!), 'portal');

    const writer = as(0, 0);
    const checked = await this.checks.check(manager, { siteId, language }, textsOf(placed, texts, language, place, at));
    const origin = { origin: 'imported', key: `demonstration/${placed.site}/${placed.slug}` } as const;
    const article = known ?? Article.begin(siteId, column.orgId, placed.slug, origin, writtenAt);
    if (!known) await writer.save(article);
    const edition = Edition.draft({ articleId: article.id, siteId, language, number: 1 }, checked, writer.ctx.actor, writtenAt);
    await writer.save(edition);
    await log(writer, edition, 'written');
    edition.submit(column.chain);
    await writer.save(edition);
    await log(writer, edition, 'submitted');
    await writer.audit();
    for (const [index, { name }] of column.chain.entries()) {
      const tx = as(index + 1, 15 + index * 20);
      edition.pass(undefined, edition.version, tx.ctx.actor, tx.ctx.now);
      await tx.save(edition);
      await log(tx, edition, 'passed', { step: name });
      await tx.audit();
    }
    const publisher = as(column.chain.length, 90);
    await this.publishing.publish(publisher, edition, null);
    await publisher.audit();
  }
}

function textsOf(placed: PlacedArticle, texts: WrittenTexts, language: Language, { column, orgName }: Place, at: Date): EditionTexts {
  const { source, author, keywords, disclosure } = placed;
  const [theme, genre, number, age] = disclosure ?? [];
  const formed = new Date(at.getTime() - (age ?? 0) * dayMs);
  return {
    ...{ columnId: column.id, title: dated(texts.title, at, language), body: pageHtml(dated(texts.body, at, language)) },
    source: source ?? orgName,
    ...(texts.summary && { summary: dated(texts.summary, at, language) }),
    ...(author && { author }),
    ...(keywords && { keywords: [...keywords] }),
    ...(theme &&
      genre && {
        disclosure: {
          ...{ theme, genre, formedOn: chinaDay(formed), validity: 'valid' as const },
          ...(number && { documentNumber: dated(number, formed) }),
        },
      }),
    ...(language !== 'zh-CN' && { translationReviewed: false }),
  };
}
