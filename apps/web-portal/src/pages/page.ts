import type { PublicSite } from '@karez/contracts-portal';
import type { ReactNode } from 'react';
import type { Directory } from '../directory/directory.js';
import type { DisplayMode } from '../display-mode.js';
import { type Language, pathIn } from '../language/languages.js';
import type { MessageKey, Translate } from '../language/translate.js';
import type { Site } from '../site.js';

/** Hashed addresses of the files that pages refer to. */
export interface AssetPaths {
  readonly sheet: string;
  readonly icon: string;
  readonly heroArt: string;
  readonly stripArt: string;
  readonly dryWellArt: string;
}

/** Everything a page is made from: equal contexts give equal bytes. */
export interface PageContext {
  /** Path without the language prefix, as in the site's own links. */
  readonly path: string;
  /** Where a choice of language or display comes back to: the page itself, with its query if it has one. */
  readonly back: string;
  readonly language: Language;
  readonly mode: DisplayMode;
  readonly t: Translate;
  readonly site: Site;
  readonly assets: AssetPaths;
  readonly publicUrl: string;
  /** Absent until the directory was read for the first time. */
  readonly directory: Directory | undefined;
}

export type NavigationEntry = '/' | '/open-government' | '/services' | '/interaction' | '/water' | '/directory';

export interface Crumb {
  readonly label: string;
  /** Language of the label where it is not the page's. */
  readonly lang?: 'zh-CN';
  readonly path: string;
}

export interface PageView {
  readonly title: string;
  /** Language of the title where it is not the page's. */
  readonly titleLang?: 'zh-CN';
  readonly description: string;
  readonly main: ReactNode;
  /** Which of the six entries of the navigation the page belongs to. */
  readonly navigation?: NavigationEntry;
  /** The pages above it, without the home page. */
  readonly crumbs?: readonly Crumb[];
  /** Page tags that the national site inspection reads on column pages. */
  readonly column?: { readonly name: string; readonly type: string };
  /** All page tags of an article, as the service words them. */
  readonly pageTags?: Readonly<Record<string, string>>;
  /** The site that the page belongs to: a unit's own pages carry its name and colours. */
  readonly unit?: PublicSite;
  /** Path of its RSS feed. */
  readonly feed?: string;
  readonly status?: 200 | 400 | 404 | 405 | 422 | 500 | 503;
  /** Out of search engines and the site map. */
  readonly unlisted?: boolean;
}

/** What a cached page was made from: it is thrown away when one of these changes. */
export type PageTag = 'directory';

/** A page as the site map and the search know it. */
export interface ListedPage {
  readonly path: string;
  readonly name: MessageKey;
  /** Words that people use for it. */
  readonly words?: MessageKey;
}

export interface PageDefinition extends ListedPage {
  readonly tags: readonly PageTag[];
  view(context: PageContext): PageView;
}

/** Address of a page of this site in the language of the page that links to it. */
export const href = ({ language }: PageContext, path: string): string => pathIn(language, path);
