import type { PageTag } from '../pages/page.js';
import { encode, type Encoded } from './encoded.js';

export interface CachedPage extends Encoded {
  readonly status: number;
}

export interface RenderedPage {
  readonly text: string;
  readonly status: number;
}

/**
 * Rendered pages, compressed once and sent as they are until something they were made from changes.
 * Only pages that exist are kept, so the cache is as large as the site, whatever is asked for.
 */
export class PageCache {
  readonly #pages = new Map<string, { page: Promise<CachedPage>; tags: readonly PageTag[] }>();

  get size(): number {
    return this.#pages.size;
  }

  get(key: string): Promise<CachedPage> | undefined {
    return this.#pages.get(key)?.page;
  }

  /** Compresses a page and keeps it under its key until one of its tags is dropped. */
  async put(key: string, rendered: RenderedPage, tags: readonly PageTag[]): Promise<CachedPage> {
    const page = encode(Buffer.from(rendered.text), 5).then((encoded) => ({ ...encoded, status: rendered.status }));
    this.#pages.set(key, { page, tags });
    page.catch(() => this.#pages.delete(key));
    return page;
  }

  /** Throws away every page that was made from this. */
  drop(tag: PageTag): void {
    for (const [key, { tags }] of this.#pages) if (tags.includes(tag)) this.#pages.delete(key);
  }
}
