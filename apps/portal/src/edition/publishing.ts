import { Injectable } from '@nestjs/common';
import { publicStates, type WithdrawEdition } from '@karez/contracts-portal';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { Tokens } from '@karez/search';
import { In } from 'typeorm';
import { listEdition, unlistEdition } from '../column/listing.js';
import { articlesTag, articleTag, columnTag } from '../tags.js';
import { Article } from './article.entity.js';
import { log } from './article-log.js';
import { type Address, Edition } from './edition.entity.js';
import { withdrawalOf } from './withdrawal.policy.js';

/** Makes an edition the public's, or takes it away: texts, lists, catalogue and search in one transaction. */
@Injectable()
export class Publishing {
  constructor(private readonly tokens: Tokens) {}

  /** @throws DomainError `portal.article.translation_first`, `portal.edition.hits_open` */
  async publish(tx: Tx, edition: Edition, withdrawAt: Date | null): Promise<void> {
    const article = await tx.load(Article, edition.articleId);
    const { articleId, language } = edition;
    if (language !== 'zh-CN' && !(await tx.manager.countBy(Edition, { articleId, language: 'zh-CN', state: 'live' })))
      throw new DomainError('portal.article.translation_first');
    const before = await tx.manager.findOneBy(Edition, { articleId, language, state: In([...publicStates]) });
    const tags = new Set(await this.#tags(tx, edition));
    if (before) {
      (await this.#tags(tx, before)).forEach((tag) => tags.add(tag));
      before.supersede();
      await unlistEdition(tx.manager, before.id);
      await tx.save(before);
    }
    edition.goLive(before?.firstPublishedAt ?? null, { slug: article.slug, tags: [...tags] }, withdrawAt, tx.ctx.now);
    if (edition.disclosure && !article.indexNumber) {
      article.index(await nextIndexNumber(tx, edition));
      await tx.save(article);
    }
    await tx.save(edition);
    await this.#makeFound(tx, edition);
    if (withdrawAt) await tx.schedule('portal.withdraw', withdrawAt, { editionId: edition.id });
    await log(tx, edition, 'published', { number: edition.number });
  }

  /** @throws DomainError `portal.edition.withdrawal_incomplete`, `…redirect_invalid`, `…substitute_invalid` */
  async withdraw(tx: Tx, edition: Edition, request: WithdrawEdition): Promise<void> {
    const withdrawal = withdrawalOf(request, tx.ctx.actor.name, tx.ctx.now);
    const { substituteId } = withdrawal;
    const stands = { articleId: substituteId ?? '', siteId: edition.siteId, language: 'zh-CN', state: 'live' } as const;
    if (substituteId && (substituteId === edition.articleId || !(await tx.manager.countBy(Edition, stands))))
      throw new DomainError('portal.edition.substitute_invalid');
    const { slug } = await tx.load(Article, edition.articleId);
    const address: Address = { slug, tags: await this.#tags(tx, edition) };
    edition.withdraw(withdrawal, address);
    await unlistEdition(tx.manager, edition.id);
    await tx.save(edition);
    await log(tx, edition, 'withdrawn', { kind: withdrawal.kind, reason: withdrawal.reason });
  }

  async #makeFound({ manager }: Tx, { id, title, plain, keywords }: Edition): Promise<void> {
    await manager.query(
      `update edition set search = setweight(array_to_tsvector($2::text[]), 'A') || setweight(array_to_tsvector($3::text[]), 'B') where id = $1`,
      [id, this.tokens.of(`${title} ${keywords.join(' ')}`), this.tokens.of(plain)],
    );
    await listEdition(manager, id);
  }

  async #tags({ manager }: Tx, { articleId, siteId, columnId }: Edition): Promise<string[]> {
    const columns = await manager.query<{ id: string }[]>(
      `with recursive up(id) as (
         select $1::uuid union select col.parent_id from up join site_column col on col.id = up.id where col.parent_id is not null)
       select id from up`,
      [columnId],
    );
    return [articlesTag(siteId), articleTag(articleId), ...columns.map(({ id }) => columnTag(id))];
  }
}

/** 索引号: the site's identification code, the year, and a serial that no other disclosure of the node has. */
async function nextIndexNumber({ manager, ctx }: Tx, { siteId }: Edition): Promise<string> {
  const [row] = await manager.query<[{ code: string; serial: string }]>(
    `select id_code as code, nextval('disclosure_serial') as serial from site where id = $1`,
    [siteId],
  );
  return `${row.code}/${ctx.now.getUTCFullYear()}-${row.serial.padStart(5, '0')}`;
}
