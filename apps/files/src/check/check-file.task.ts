import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DueTask, OnTask } from '@karez/messaging';
import { DataSource, type Repository } from 'typeorm';
import { FilesConfig } from '../config.js';
import { ContentRegister } from '../content/content-register.js';
import { StoredFile } from '../file/file.entity.js';
import { Examination } from './examination.js';
import { Quarantine } from './quarantine.js';
import { Scanner } from './scanner.js';
import { checkTask, type FileTask } from './task-kinds.js';
import { judge, keepsBytes, type Outcome } from './verdict.policy.js';

const firstWaitMs = 2_000;
const longestWaitMs = 60_000;

/** Looks at a file, has it scanned and lets it out of quarantine. While the scanner is away the file waits, however long that takes. */
@Injectable()
export class CheckFileTask {
  readonly #files: Repository<StoredFile>;

  constructor(
    @InjectDataSource() source: DataSource,
    private readonly examination: Examination,
    private readonly quarantine: Quarantine,
    private readonly contents: ContentRegister,
    private readonly config: FilesConfig,
    private readonly scanner: Scanner,
  ) {
    this.#files = source.getRepository(StoredFile);
  }

  @OnTask(checkTask)
  async check(task: DueTask<FileTask>): Promise<void> {
    const { fileId } = task.payload;
    const received = await this.#files.findOneBy({ id: fileId });
    if (received?.state === 'quarantined' && !received.sha256) await this.examination.examine(received, task.trace);
    const file = await this.#files.findOneBy({ id: fileId });
    if (!file?.sha256 || (file.state !== 'quarantined' && file.state !== 'not_scanned')) return;
    const outcome = await this.scanner.scan(await this.quarantine.bytesOf(file));
    if (outcome) await this.#letOut(file, outcome, task);
    else await this.#wait(task);
  }

  async #letOut(file: StoredFile, outcome: Outcome, task: DueTask<FileTask>): Promise<void> {
    const { id, sha256, state } = file;
    if (keepsBytes(outcome)) await this.quarantine.store(file);
    await task.complete(async (tx) => {
      const checked = await tx.load(StoredFile, id);
      if (checked.state !== state) return;
      if (keepsBytes(outcome)) await this.contents.stored(tx.manager, sha256!);
      judge(checked, outcome, this.config.unscanned, tx.ctx.now);
      await tx.save(checked);
    });
    await this.quarantine.empty(id);
  }

  /** A new timer rather than a failed one: failures are counted and end, waiting does not. */
  async #wait(task: DueTask<FileTask>): Promise<void> {
    const { fileId, waits = 0 } = task.payload;
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(waits, 10));
    await task.complete(async (tx) => {
      await tx.schedule(checkTask, new Date(tx.ctx.now.getTime() + waitMs), { fileId, waits: waits + 1 });
    });
  }
}
