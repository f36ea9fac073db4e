import { encode, type Encoded } from './encoded.js';

export interface KeptPage extends Encoded {
  readonly status: number;
}

/** Rendered pages by address, language and display, each with the digest of what it was made from. The least asked for goes first. */
export class KeptPages {
  readonly #pages = new Map<string, { readonly digest: string; readonly page: Promise<KeptPage> }>();

  /** @param most pages of about 50 KB each, in three encodings */
  constructor(private readonly most = 1_500) {}

  get size(): number {
    return this.#pages.size;
  }

  /** @param render called only when there is no page of this digest */
  async get(key: string, digest: string, render: () => { readonly text: string; readonly status: number }): Promise<KeptPage> {
    const kept = this.#pages.get(key);
    this.#pages.delete(key);
    if (kept?.digest === digest) {
      this.#pages.set(key, kept);
      return kept.page;
    }
    const { text, status } = render();
    const page = encode(Buffer.from(text), 5).then((encoded) => ({ ...encoded, status }));
    this.#pages.set(key, { digest, page });
    page.catch(() => this.#pages.delete(key));
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= this.most) break;
      this.#pages.delete(oldest);
    }
    return page;
  }
}
