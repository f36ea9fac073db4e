import type { Language, PublicArticleRow, PublicColumn, PublicSite } from '@karez/contracts-portal';
import type { SiteColumn } from '../column/column.entity.js';
import type { Site } from '../site/site.entity.js';

/** What a list shows of an article, as SQL over `edition`, `site` and `col`. */
export const rowColumns: Readonly<Record<string, string>> = {
  ...{ articleId: 'edition.article_id', site: 'site.code', title: 'edition.title', summary: 'edition.summary' },
  ...{ columnCode: 'col.code', source: 'edition.source', publishedAt: 'edition.first_published_at' },
  // looked up for the rows that are shown, after the sort: a join would read all articles for a word that many have
  slug: '(select article.slug from article where article.id = edition.article_id)',
  columnName: `case edition.language when 'en' then coalesce(col.name_en, col.name) when 'ug' then coalesce(col.name_ug, col.name) else col.name end`,
  withdrawn: `edition.state = 'withdrawn'`,
};

export interface RawRow extends Omit<PublicArticleRow, 'publishedAt' | 'summary'> {
  readonly summary: string | null;
  readonly publishedAt: Date;
}
export const rowOf = ({
  articleId,
  site,
  slug,
  title,
  summary,
  columnCode,
  columnName,
  source,
  publishedAt,
  withdrawn,
}: RawRow): PublicArticleRow => ({
  ...{ articleId, site, slug, title, columnCode, columnName, source, publishedAt: publishedAt.toISOString(), withdrawn },
  ...(summary && { summary }),
});

const named = (of: Pick<Site, 'name' | 'nameEn' | 'nameUg'>, language: Language): string =>
  (language === 'en' ? of.nameEn : language === 'ug' ? of.nameUg : null) ?? of.name;

export function publicSite(site: Site, language: Language, parentCode?: string): PublicSite {
  const { id, code, domain, idCode, theme, description, foot } = site;
  return {
    ...{ id, code, domain, idCode, theme, name: named(site, language) },
    ...(description && { description }),
    ...(foot && { foot }),
    ...(parentCode && { parentCode }),
  };
}

export function publicColumn(
  column: SiteColumn,
  language: Language,
  about: { readonly orgName: string; readonly live: number; readonly parentCode?: string },
): PublicColumn {
  const { id, code, keywords, type, description } = column;
  return {
    ...{ id, code, keywords, type, name: named(column, language), orgName: about.orgName, liveArticles: about.live },
    ...(description && { description }),
    ...(about.parentCode && { parentCode: about.parentCode }),
  };
}
