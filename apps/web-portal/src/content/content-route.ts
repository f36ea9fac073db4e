import type { Language } from '../language/languages.js';
import type { PageContext, PageView } from '../pages/page.js';

/** What was asked for: the parts of the address, and those of its query that the page knows. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly language: Language;
}
type Values = Readonly<Record<string, object | undefined>>;

/** A page made from answers of the platform: equal answers give equal bytes. */
export interface ContentRoute {
  readonly path: string;
  /** Names in the query that the page depends on; all others are ignored. */
  readonly query: readonly string[];
  /** Addresses of the answers, by name. */
  questions(asked: Asked): Readonly<Record<string, string>>;
  /** Those without which there is no page. */
  readonly needs: readonly string[];
  /** The address that has the page instead, of this site or another. */
  elsewhere(values: Values): string | undefined;
  view(page: PageContext, values: Values, asked: Asked): PageView;
  /** What stands here while nobody answers and nothing is known. */
  readonly otherwise?: (page: PageContext) => PageView;
}

interface Given<V extends object> {
  readonly path: string;
  readonly query?: readonly string[];
  readonly questions: (asked: Asked) => { readonly [K in keyof V]: string };
  readonly needs?: readonly (keyof V & string)[];
  readonly elsewhere?: (values: V) => string | undefined;
  readonly view: (page: PageContext, values: V, asked: Asked) => PageView;
  readonly otherwise?: (page: PageContext) => PageView;
}

/** `contentRoute<{ home: SiteHome }>({ … })`: the types of the answers are those of the contracts. */
export function contentRoute<V extends object>({ query = [], needs, view, elsewhere, otherwise, path, questions }: Given<V>): ContentRoute {
  return {
    ...{ path, query, questions, needs: needs ?? [] },
    elsewhere: (values) => elsewhere?.(values as V),
    view: (page, values, asked) => view(page, values as V, asked),
    ...(otherwise && { otherwise }),
  };
}
