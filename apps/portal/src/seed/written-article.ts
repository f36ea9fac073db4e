import type { DisclosureGenre, DisclosureTheme, Language } from '@karez/contracts-portal';

/** Texts in one language; the markup of `body` and the dates in braces are those of `page-text.ts`. */
export interface WrittenTexts {
  readonly title: string;
  readonly summary?: string;
  readonly body: string;
}
/** An invented article as it stands in the data files. */
export interface WrittenArticle extends WrittenTexts {
  readonly slug: string;
  /** Days before today, and the time of day in Asia/Shanghai. */
  readonly daysAgo: number;
  readonly time: string;
  /** The body that keeps the column unless told. */
  readonly source?: string;
  readonly author?: string;
  readonly keywords?: readonly string[];
  /** Theme, genre, 文号 where there is one, and how many days before publishing it was formed. */
  readonly disclosure?: readonly [DisclosureTheme, DisclosureGenre, string | null, number];
  /** Not looked at by a native speaker: readers are told. */
  readonly translations?: Readonly<Partial<Record<Exclude<Language, 'zh-CN'>, WrittenTexts>>>;
}
export interface PlacedArticle extends WrittenArticle {
  readonly site: string;
  readonly column: string;
}

/** Articles of one column. */
export const inColumn = (site: string, column: string, written: readonly WrittenArticle[]): readonly PlacedArticle[] =>
  written.map((article) => ({ ...article, site, column }));
