import { Injectable } from '@nestjs/common';
import { attachmentApi, receivingApi } from '@karez/contracts-files';
import { type Ctx, DomainError } from '@karez/kernel';
import { Remote } from '@karez/messaging';

/** What `receiveBytes` takes at once. */
const piece = 256 * 1_024;
const notYet: ReadonlySet<string> = new Set(['files.file.in_quarantine', 'files.file.receiving']);

/** The bytes of papers, which files keeps. */
@Injectable()
export class PaperFiles {
  constructor(private readonly remote: Remote) {}

  /** Stores a paper; one that was half stored is gone on with. @returns the file's id */
  async store(documentId: string, name: string, bytes: Buffer, trace: string): Promise<string> {
    const begin = { name, size: bytes.length, thing: 'paper', thingId: documentId };
    const { fileId, ...begun } = await this.remote.callAsSystem(receivingApi.beginReceiving, begin, trace);
    if (begun.size !== bytes.length) throw new Error(`paper ${documentId} was begun with another size`);
    for (let { offset } = begun; offset < bytes.length;) {
      const next = { fileId, offset, bytes: bytes.subarray(offset, offset + piece).toString('base64') };
      ({ offset } = await this.remote.callAsSystem(receivingApi.receiveBytes, next, trace));
    }
    return fileId;
  }

  /** @throws DomainError `approval.document.not_ready` while it is scanned */
  async link(fileId: string, ctx: Ctx): Promise<{ url: string; expiresAt: string }> {
    const person = ctx.actor.realm === 'staff' ? { personId: ctx.actor.id } : {};
    return this.remote.callAsSystem(attachmentApi.issueLink, { fileId, use: 'preview', ...person }, ctx.trace).catch((error: unknown) => {
      throw error instanceof DomainError && notYet.has(error.code) ? new DomainError('approval.document.not_ready') : error;
    });
  }
}
