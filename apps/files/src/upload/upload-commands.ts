import { Injectable } from '@nestjs/common';
import { AbandonUploadHandler } from './commands/abandon-upload.handler.js';
import { FinishUploadHandler } from './commands/finish-upload.handler.js';
import { StartUploadHandler } from './commands/start-upload.handler.js';

/** What can be done to an upload. */
@Injectable()
export class UploadCommands {
  constructor(
    readonly start: StartUploadHandler,
    readonly finish: FinishUploadHandler,
    readonly abandon: AbandonUploadHandler,
  ) {}
}
