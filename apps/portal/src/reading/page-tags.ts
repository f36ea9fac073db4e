import type { PublicColumn, PublicSite } from '@karez/contracts-portal';
import { chinaDay } from '@karez/kernel';

export interface TaggedArticle {
  readonly title: string;
  readonly source: string;
  readonly firstPublishedAt: Date;
  readonly keywords: readonly string[];
  readonly author: string | null;
  readonly summary: string | null;
}
const minute = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** 网页标签 that each page of a government site carries, in the names of the standard (国办发〔2017〕47号 annex). */
export function pageTags(site: PublicSite, column: PublicColumn, article: TaggedArticle): Record<string, string> {
  const { title, source, firstPublishedAt, keywords, author, summary } = article;
  return {
    ...{ SiteName: site.name, SiteDomain: site.domain, SiteIDCode: site.idCode },
    ...{ ColumnName: column.name, ColumnType: column.type, ArticleTitle: title, ContentSource: source },
    ...(column.description && { ColumnDescription: column.description }),
    ...(column.keywords.length && { ColumnKeywords: column.keywords.join(',') }),
    PubDate: `${chinaDay(firstPublishedAt)} ${minute.format(firstPublishedAt)}`,
    ...(keywords.length && { Keywords: keywords.join(',') }),
    ...(author && { Author: author }),
    ...(summary && { Description: summary }),
  };
}
