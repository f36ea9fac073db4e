import { Injectable } from '@nestjs/common';
import { attachmentApi, receivingApi } from '@karez/contracts-files';
import type { RenditionLink } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { Remote } from '@karez/messaging';

/** What `receiveBytes` takes at once. */
const piece = 256 * 1_024;
const notYet: ReadonlySet<string> = new Set(['files.file.in_quarantine', 'files.file.receiving']);

/** The bytes of printed pages, which files keeps. */
@Injectable()
export class RenditionFiles {
  constructor(private readonly remote: Remote) {}

  /** Stores a page under its own id; one that was half stored is gone on with. @returns the file's id */
  async store(renditionId: string, name: string, bytes: Uint8Array, trace: string): Promise<string> {
    const begin = { name, size: bytes.length, thing: 'rendition', thingId: renditionId };
    const { fileId, ...begun } = await this.remote.callAsSystem(receivingApi.beginReceiving, begin, trace);
    if (begun.size !== bytes.length) throw new Error(`rendition ${renditionId} was begun with another size`);
    for (let { offset } = begun; offset < bytes.length;) {
      const next = { fileId, offset, bytes: Buffer.from(bytes.subarray(offset, offset + piece)).toString('base64') };
      ({ offset } = await this.remote.callAsSystem(receivingApi.receiveBytes, next, trace));
    }
    return fileId;
  }

  /** @throws DomainError `oa.document.not_rendered` while it is scanned */
  async link(fileId: string, { actor, trace }: Ctx): Promise<RenditionLink> {
    const person = actor.realm === 'staff' ? { personId: actor.id } : {};
    return this.remote.callAsSystem(attachmentApi.issueLink, { fileId, use: 'preview', ...person }, trace).catch((error: unknown) => {
      throw error instanceof DomainError && notYet.has(error.code) ? new DomainError('oa.document.not_rendered') : error;
    });
  }
}
