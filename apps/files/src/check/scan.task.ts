import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DueTask, OnTask, type Watch } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { FilesConfig } from '../config.js';
import { ContentRegister } from '../content/content-register.js';
import { StoredFile } from '../file/file.entity.js';
import { type Clamd, ScannerUnavailable } from './clamd.js';
import { Quarantine } from './quarantine.js';
import { type FileTask, scanTask } from './task-kinds.js';
import { judge, keepsBytes, type Outcome } from './verdict.policy.js';

const firstWaitMs = 2_000;
const longestWaitMs = 60_000;

/** Has a file scanned and lets it out of quarantine. While the scanner is away the file waits, however long that takes. */
@Injectable()
export class ScanTask {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly quarantine: Quarantine,
    private readonly contents: ContentRegister,
    private readonly config: FilesConfig,
    @Inject('Scanner') private readonly scanner: Clamd | null,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  @OnTask(scanTask)
  async scan(task: DueTask<FileTask>): Promise<void> {
    const file = await this.source.getRepository(StoredFile).findOneBy({ id: task.payload.fileId });
    if (!file?.sha256 || (file.state !== 'quarantined' && file.state !== 'not_scanned')) return;
    let outcome: Outcome;
    try {
      outcome = this.scanner ? await this.scanner.scan(await this.quarantine.bytesOf(file)) : { is: 'no_scanner' };
    } catch (error) {
      if (!(error instanceof ScannerUnavailable)) throw error;
      return this.#waitForScanner(task, error);
    }
    const { id, sha256 } = file;
    if (keepsBytes(outcome)) await this.quarantine.store(file);
    await task.complete(async (tx) => {
      const checked = await tx.load(StoredFile, id);
      if (checked.state !== file.state) return;
      if (keepsBytes(outcome)) await this.contents.stored(tx.manager, sha256);
      judge(checked, outcome, this.config.unscanned, tx.ctx.now);
      await tx.save(checked);
    });
    await this.quarantine.empty(id);
  }

  /** A new timer rather than a failed one: failures are counted and end, waiting does not. */
  async #waitForScanner(task: DueTask<FileTask>, error: ScannerUnavailable): Promise<void> {
    const { fileId, waits = 0 } = task.payload;
    this.watch.healing('virus scanner', error);
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(waits, 10));
    await task.complete(
      async (tx) => void (await tx.schedule(scanTask, new Date(tx.ctx.now.getTime() + waitMs), { fileId, waits: waits + 1 })),
    );
  }
}
