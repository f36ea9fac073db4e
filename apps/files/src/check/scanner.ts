import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Watch } from '@karez/messaging';
import { FilesConfig } from '../config.js';
import { Clamd, ScannerUnavailable } from './clamd.js';
import type { Outcome } from './verdict.policy.js';

/** The virus scanner of this installation, if it has one. */
@Injectable()
export class Scanner implements OnApplicationBootstrap {
  readonly #clamd: Clamd | null;

  constructor(
    private readonly config: FilesConfig,
    @Inject('Watch') private readonly watch: Watch,
  ) {
    this.#clamd = config.scanner && new Clamd(config.scanner);
  }

  onApplicationBootstrap(): void {
    if (this.configured || this.config.unscanned === 'allow') return;
    this.watch.needsPerson('no virus scanner is configured and unscanned files are refused: no uploaded file can be read', {});
  }

  get configured(): boolean {
    return this.#clamd !== null;
  }

  /** @returns undefined while the scanner is not there: nothing is known then */
  async scan(bytes: AsyncIterable<Buffer>): Promise<Outcome | undefined> {
    if (!this.#clamd) return { is: 'no_scanner' };
    try {
      return await this.#clamd.scan(bytes);
    } catch (error) {
      if (!(error instanceof ScannerUnavailable)) throw error;
      this.watch.healing('virus scanner', error);
      return undefined;
    }
  }
}
