import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type GetPreview,
  type GetPublicArticle,
  type Language,
  type PreviewedArticle,
  type PublicArticle,
  publicStates,
  type PublicWithdrawal,
} from '@karez/contracts-portal';
import { type Ctx, DomainError } from '@karez/kernel';
import { DataSource, In } from 'typeorm';
import { SiteColumn } from '../column/column.entity.js';
import { Article } from '../edition/article.entity.js';
import { Edition } from '../edition/edition.entity.js';
import { PreviewTokens } from '../edition/preview-tokens.js';
import { Site } from '../site/site.entity.js';
import { articleTag, siteTag } from '../tags.js';
import { pageTags } from './page-tags.js';
import { PublicLists } from './public-lists.js';
import { publicSite } from './public-rows.js';
import { pathTo, PublicSites } from './public-sites.js';

const relatedArticles = 6;

/** One article as its page shows it. */
@Injectable()
export class PublicArticles {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly sites: PublicSites,
    private readonly lists: PublicLists,
    private readonly previews: PreviewTokens,
  ) {}

  /** @throws DomainError `not_found`, also for one that has vanished; `portal.article.gone` */
  async bySlug({ site: code, slug, language = 'zh-CN' }: GetPublicArticle): Promise<PublicArticle> {
    const found = await this.sites.byCode(code);
    const article = await this.source.manager.findOneBy(Article, { siteId: found.id, slug });
    const editions = article ? await this.source.manager.findBy(Edition, { articleId: article.id, state: In([...publicStates]) }) : [];
    const edition = editions.find((each) => each.language === language) ?? editions.find((each) => each.language === 'zh-CN');
    if (!article || !edition) throw new DomainError('not_found', { id: slug });
    const withdrawal = await this.#withdrawal(edition, code);
    const { site, columns } = await this.sites.tree(found, language);
    const [{ code: columnCode }] = await this.source.query<[{ code: string }]>('select code from site_column where id = $1', [
      edition.columnId,
    ]);
    const column = columns.find((each) => each.code === columnCode)!;
    const related = (await this.lists.latest(column.id, edition.language, relatedArticles + 1)).filter(
      ({ articleId }) => articleId !== article.id,
    );
    const live = editions.filter(({ state }) => state === 'live').map((each) => ({ language: each.language, title: each.title }));
    return {
      ...factsOf(edition, article),
      slug,
      ...{ site, column, path: pathTo(columns, column), languages: live, orgName: column.orgName },
      related: related.slice(0, relatedArticles),
      pageTags: pageTags(site, column, { ...edition, firstPublishedAt: edition.firstPublishedAt! }),
      // related articles stand on the page, so that it depends on the column
      tags: [
        siteTag(site.id),
        articleTag(article.id),
        ...pathTo(columns, column)
          .slice(-1)
          .map(({ id }) => `column:${id}`),
      ],
      ...(withdrawal && { withdrawal }),
    };
  }

  /** @throws DomainError `portal.preview.invalid` */
  async preview({ token }: GetPreview, { now }: Ctx): Promise<PreviewedArticle> {
    const { editionId, madeBy, expiresAt } = await this.previews.open(token, now);
    const edition = await this.source.manager.findOneBy(Edition, { id: editionId });
    if (!edition || edition.state === 'discarded') throw new DomainError('portal.preview.invalid');
    const site = await this.source.manager.findOneByOrFail(Site, { id: edition.siteId });
    const column = await this.source.manager.findOneByOrFail(SiteColumn, { id: edition.columnId });
    const { title, summary, body, source, language } = edition;
    return {
      ...{ title, body, source, language, columnName: column.name, site: publicSite(site, language), expiresAt: expiresAt.toISOString() },
      watermark: `预览稿 ${madeBy}`,
      ...(summary && { summary }),
    };
  }

  async #withdrawal({ withdrawal, state }: Edition, site: string): Promise<PublicWithdrawal | undefined> {
    if (state !== 'withdrawn' || !withdrawal) return undefined;
    const { kind, notice, redirectTo, substituteId, at } = withdrawal;
    if (kind === 'vanish') throw new DomainError('not_found');
    if (kind === 'gone') throw new DomainError('portal.article.gone', { notice: notice ?? '' });
    const substitute = substituteId ? await this.source.manager.findOneBy(Article, { id: substituteId }) : null;
    const goTo = substitute ? `/${site}/articles/${substitute.slug}` : redirectTo;
    return { kind, at, ...(notice && { notice }), ...(goTo && { goTo }) };
  }
}

/** Of one that leads elsewhere the text is not told. */
function factsOf(edition: Edition, { indexNumber }: Article) {
  const { id, articleId, language, title, summary, body, source, author, keywords, number, changeNote, disclosure, withdrawal } = edition;
  const elsewhere = withdrawal?.kind === 'redirect' || withdrawal?.kind === 'substitute';
  const translated: Language[] = ['en', 'ug'];
  return {
    ...{ articleId, editionId: id, language, title, source, keywords, number, body: elsewhere ? '' : body },
    ...{ firstPublishedAt: edition.firstPublishedAt!.toISOString(), publishedAt: edition.publishedAt!.toISOString() },
    ...(translated.includes(language) && { translationReviewed: edition.translationReviewed }),
    ...(summary && !elsewhere && { summary }),
    ...(author && { author }),
    ...(changeNote && { changeNote }),
    ...(disclosure && { disclosure }),
    ...(indexNumber && { indexNumber }),
  };
}
