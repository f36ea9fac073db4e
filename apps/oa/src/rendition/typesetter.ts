import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { OfficialText } from '@karez/contracts-oa';
import { sm3 } from '@karez/crypto';
import { OaConfig } from '../config.js';
import { type FontShelf, fontShelf } from './font-shelf.js';
import { type PageSource, pageSource } from './page-source.js';
import { Press } from './press.js';
import type { Paper } from './paper.js';
import type { RenditionOptions } from './rendition-options.js';
import { wordFile } from './word/word-file.js';

/** 版式件: a document set in type. */
export interface Rendition {
  /** PDF/A-2b. The same text, options and fonts give the same bytes. */
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** SM3 of the PDF, hex. */
  readonly digest: string;
}

/** Sets official documents in type as GB/T 9704-2012 has them, on threads of their own. */
@Injectable()
export class Typesetter implements OnApplicationShutdown {
  #ready: Promise<{ press: Press; faces: FontShelf['faces'] }> | undefined;

  constructor(private readonly config: OaConfig) {}

  /** @throws DomainError `oa.rendition.missing_glyph` {characters}, `oa.rendition.busy` */
  async renderOfficial(text: OfficialText, options: RenditionOptions = {}): Promise<Rendition> {
    const { press, paper, pictures } = await this.#laidOut(text, options);
    const { pdf, pages } = await press.print({ paper: JSON.stringify(paper), pictures, madeAt: madeAt(text) });
    return { pdf, pages, digest: Buffer.from(sm3(pdf)).toString('hex') };
  }

  /** The same words as .docx, for further work in WPS or Word; the seals are not in it. */
  async renderWord(text: OfficialText, options: RenditionOptions = {}): Promise<Uint8Array> {
    return wordFile((await this.#laidOut(text, options)).paper);
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.#ready)?.press.close();
  }

  async #laidOut(text: OfficialText, options: RenditionOptions): Promise<{ press: Press; paper: Paper; pictures: PageSource['pictures'] }> {
    const { press, faces } = await (this.#ready ??= this.#start());
    const words = await press.words(text.title);
    return { press, ...pageSource(text, options, { faces, words }) };
  }

  async #start(): Promise<{ press: Press; faces: FontShelf['faces'] }> {
    const { files, faces } = await fontShelf(this.config.fonts);
    return { press: new Press(files), faces };
  }
}

/** The day of the document, not of the printing, dates the file: seconds since 1970 of its beginning in China. A draft has none. */
const madeAt = ({ formedOn }: OfficialText): number => (formedOn ? Date.parse(`${formedOn}T00:00:00+08:00`) / 1_000 : 0);
