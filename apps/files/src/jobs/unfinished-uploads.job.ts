import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { FilesConfig } from '../config.js';
import { AbandonUploadHandler } from '../upload/commands/abandon-upload.handler.js';
import { FinishUploadHandler } from '../upload/commands/finish-upload.handler.js';
import { IncomingFiles } from '../upload/incoming-files.js';
import { jobContext } from './job-context.js';

const batch = 500;

/** Uploads that nobody came back to: those whose last byte is here are finished, the others end with their time. */
@Injectable()
export class UnfinishedUploadsJob {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly incoming: IncomingFiles,
    private readonly finish: FinishUploadHandler,
    private readonly abandon: AbandonUploadHandler,
    private readonly config: FilesConfig,
  ) {}

  async run(now = new Date()): Promise<void> {
    const rows = await this.source.query<{ id: string; size: string; expired: boolean }[]>(
      `select id, size, created_at < $1::timestamptz - make_interval(hours => $2) as expired from file
       where state = 'receiving' and created_at < $1::timestamptz - interval '1 minute' order by created_at limit $3`,
      [now, this.config.uploadHours, batch],
    );
    for (const { id, size, expired } of rows) {
      if ((await this.incoming.size(id)) === Number(size)) await this.finish.execute(id, jobContext('finishUpload', now));
      else if (expired) await this.abandon.execute(id, jobContext('abandonUpload', now));
    }
  }
}
