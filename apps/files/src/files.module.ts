import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { type Environment, OrgCopy } from '@karez/service';
import { CheckFileTask } from './check/check-file.task.js';
import { Examination } from './check/examination.js';
import { Quarantine } from './check/quarantine.js';
import { Scanner } from './check/scanner.js';
import { FilesConfig } from './config.js';
import { ContentRegister } from './content/content-register.js';
import { type ContentStore } from './content/content-store.js';
import { DiskStore } from './content/disk-store.js';
import { ContentEndpoint } from './download/content.endpoint.js';
import { linkKey, LinkSigner } from './download/link.js';
import { AttachFileHandler } from './file/commands/attach-file.handler.js';
import { DetachFileHandler } from './file/commands/detach-file.handler.js';
import { DiscardFileHandler } from './file/commands/discard-file.handler.js';
import { IssueDownloadLinkHandler } from './file/commands/issue-download-link.handler.js';
import { IssueLinkHandler } from './file/commands/issue-link.handler.js';
import { AttachmentController, FileController } from './file/file.controller.js';
import { FileLists } from './file/file.lists.js';
import { HttpServer } from './http/http-server.js';
import { ForgottenFilesJob } from './jobs/forgotten-files.job.js';
import { FilesRounds } from './jobs/rounds.js';
import { ScrubJob } from './jobs/scrub.job.js';
import { UnfinishedUploadsJob } from './jobs/unfinished-uploads.job.js';
import { UnusedBytesJob } from './jobs/unused-bytes.job.js';
import { AbandonUploadHandler } from './upload/commands/abandon-upload.handler.js';
import { BeginReceivingHandler } from './upload/commands/begin-receiving.handler.js';
import { FinishUploadHandler } from './upload/commands/finish-upload.handler.js';
import { ReceiveBytesHandler } from './upload/commands/receive-bytes.handler.js';
import { StartUploadHandler } from './upload/commands/start-upload.handler.js';
import { IncomingFiles } from './upload/incoming-files.js';
import { ReceivingController } from './upload/receiving.controller.js';
import { UploadCommands } from './upload/upload-commands.js';
import { UploadEndpoint } from './upload/upload.endpoint.js';

const settings = [
  { provide: FilesConfig, inject: ['Environment'], useFactory: (environment: Environment) => new FilesConfig(environment) },
  { provide: IncomingFiles, inject: [FilesConfig], useFactory: ({ dataDir }: FilesConfig) => new IncomingFiles(join(dataDir, 'incoming')) },
  { provide: LinkSigner, inject: [FilesConfig], useFactory: ({ dataDir }: FilesConfig) => new LinkSigner(linkKey(dataDir)) },
  { provide: 'ContentStore', inject: [FilesConfig], useFactory: contentStore },
];

/** The S3 client is large; where content lies on the disk it is not even loaded. */
async function contentStore({ s3, dataDir }: FilesConfig): Promise<ContentStore> {
  if (!s3) return new DiskStore(dataDir);
  const { S3Store } = await import('./content/s3-store.js');
  return new S3Store(s3);
}

const upload = [
  ...[UploadEndpoint, UploadCommands, StartUploadHandler, FinishUploadHandler, AbandonUploadHandler],
  ...[BeginReceivingHandler, ReceiveBytesHandler],
];
const check = [CheckFileTask, Examination, Scanner, Quarantine, ContentRegister];
const file = [FileLists, AttachFileHandler, DetachFileHandler, DiscardFileHandler, IssueDownloadLinkHandler, IssueLinkHandler];
const jobs = [FilesRounds, UnfinishedUploadsJob, ForgottenFilesJob, UnusedBytesJob, ScrubJob];

/** Attachments of everything: received, checked, kept once, handed out by signed link. */
@Module({
  controllers: [FileController, AttachmentController, ReceivingController],
  providers: [...settings, ...upload, ...check, ...file, ...jobs, OrgCopy, ContentEndpoint, HttpServer],
})
export class FilesModule {}
