import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Empty } from '@karez/contracts-kernel';
import { UnitOfWork } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { Scanner } from '../check/scanner.js';
import { checkTask } from '../check/task-kinds.js';
import { FilesConfig } from '../config.js';
import { isHeld } from '../file/attachments.js';
import { StoredFile } from '../file/file.entity.js';
import { jobContext } from './job-context.js';

const batch = 200;

/** Files that no service has taken go after some days; files that wait for a timer which failed for good get a new one. */
@Injectable()
export class ForgottenFilesJob {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly config: FilesConfig,
    private readonly scanner: Scanner,
  ) {}

  async run(now = new Date()): Promise<void> {
    await this.#discardUnattached(now);
    await this.#wake(now);
  }

  async #discardUnattached(now: Date): Promise<void> {
    const ids = await this.#ids(
      `state in ('clean', 'not_scanned', 'infected', 'refused') and created_at < $1::timestamptz - make_interval(days => $2)
       and not exists (select 1 from attachment where file_id = file.id)`,
      [now, this.config.unattachedDays],
    );
    for (const id of ids) {
      await this.unitOfWork.run(jobContext('discardUnattached', now), async (tx) => {
        const file = await tx.load(StoredFile, id);
        if (file.state === 'discarded' || (await isHeld(tx.manager, id))) return new Empty();
        file.discard();
        await tx.save(file);
        return new Empty();
      });
    }
  }

  /** With a scanner that was not there before, also what was left unscanned is scanned. */
  async #wake(now: Date): Promise<void> {
    const left = this.scanner.configured ? `or (state = 'not_scanned' and reason = 'files.file.not_scanned')` : '';
    const ids = await this.#ids(
      `((state = 'quarantined' and received_at < $1::timestamptz - interval '5 minutes') ${left})
       and not exists (select 1 from task where task.state = 'waiting' and task.payload->>'fileId' = file.id::text and task.kind = $2)`,
      [now, checkTask],
    );
    for (const id of ids) {
      await this.unitOfWork.run(jobContext('wakeFile', now), async (tx) => {
        await tx.schedule(checkTask, now, { fileId: id });
        tx.touch('file', id);
        return new Empty();
      });
    }
  }

  async #ids(condition: string, parameters: unknown[]): Promise<string[]> {
    const rows = await this.source.query<
      {
        id: string;
      }[]
    >(`select id from file where ${condition} order by created_at limit ${batch}`, parameters);
    return rows.map(({ id }) => id);
  }
}
