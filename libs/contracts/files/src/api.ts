import { command, deadLetterApi, defineApi, Empty, pageOf, query } from '@karez/contracts-kernel';
import {
  AttachFile,
  BeginReceiving,
  DetachFile,
  DiscardFile,
  FileLink,
  FileList,
  FileView,
  GetFile,
  IssueDownloadLink,
  IssueLink,
  ListAttached,
  ListFiles,
  ReceiveBytes,
  Receiving,
} from './file.js';

const v = { version: 1 } as const;

/** The uploader's own files, and the register for those who oversee them. */
export const fileApi = defineApi('files', {
  listMyFiles: query({
    ...v,
    http: 'GET /files',
    needs: 'signed-in',
    request: ListFiles,
    response: pageOf(FileView),
    summary: '我上传的文件',
  }),
  listFiles: query({
    ...v,
    http: 'GET /files/register',
    needs: 'files.file.read',
    request: ListFiles,
    response: pageOf(FileView),
    summary: '文件登记',
  }),
  getFile: query({ ...v, http: 'GET /files/:fileId', needs: 'signed-in', request: GetFile, response: FileView, summary: '文件详情' }),
  issueDownloadLink: command({
    ...v,
    http: 'POST /files/:fileId/links',
    needs: 'signed-in',
    request: IssueDownloadLink,
    response: FileLink,
    status: 201,
    summary: '取得下载或预览链接',
  }),
  discardFile: command({
    ...v,
    http: 'DELETE /files/:fileId',
    needs: 'signed-in',
    request: DiscardFile,
    response: Empty,
    summary: '删除未使用的文件',
  }),
});

/** For the services that hold files for their own things, over the bus only. The calling service answers for who may read. */
export const attachmentApi = defineApi('files', {
  attachFile: command({ ...v, needs: 'system', request: AttachFile, response: FileView, summary: '留用附件' }),
  detachFile: command({ ...v, needs: 'system', request: DetachFile, response: Empty, summary: '解除附件' }),
  listAttached: query({ ...v, needs: 'system', request: ListAttached, response: FileList, summary: '一件事项的附件' }),
  issueLink: command({ ...v, needs: 'system', request: IssueLink, response: FileLink, summary: '签发附件链接' }),
});
/** For services whose files come to them piece by piece; over the bus only. */
export const receivingApi = defineApi('files', {
  beginReceiving: command({ ...v, needs: 'system', request: BeginReceiving, response: Receiving, summary: '开始接收外来文件' }),
  receiveBytes: command({ ...v, needs: 'system', request: ReceiveBytes, response: Receiving, summary: '接收外来文件的一段' }),
});
export const filesApi = { ...fileApi, ...attachmentApi, ...receivingApi, ...deadLetterApi('files') };
