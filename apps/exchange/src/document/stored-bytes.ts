import { Injectable } from '@nestjs/common';
import { attachmentApi } from '@karez/contracts-files';
import { DomainError } from '@karez/kernel';
import { Remote } from '@karez/messaging';
import { ExchangeConfig } from '../config.js';
import type { ByteSource } from '../layout-file/byte-source.js';

const aheadBytes = 1024 * 1024;

/** The bytes of stored files, by ranges as files hands them out. */
@Injectable()
export class StoredBytes {
  constructor(
    private readonly remote: Remote,
    private readonly config: ExchangeConfig,
  ) {}

  /** Good for five minutes, as its link is. @throws DomainError `service.unavailable` */
  async open(fileId: string, trace: string): Promise<ByteSource> {
    const { url } = await this.remote.callAsSystem(attachmentApi.issueLink, { fileId, use: 'download' }, trace);
    const address = `${this.config.filesUrl ?? ''}${url.replace(/^\/api/, '')}`;
    const head = await fetch(address, { method: 'HEAD' }).catch(unavailable);
    if (!head.ok) throw new DomainError('service.unavailable', { service: 'files' });
    return readingAhead(address, Number(head.headers.get('content-length')));
  }
}

/** A reader asks for a few kilobytes at a time, mostly one after the other: they are fetched by the mebibyte. */
function readingAhead(address: string, size: number): ByteSource {
  let held: { readonly from: number; readonly bytes: Buffer } = { from: 0, bytes: Buffer.alloc(0) };
  return {
    size,
    read: async (offset, wanted) => {
      const length = Math.max(0, Math.min(wanted, size - offset));
      if (offset < held.from || offset + length > held.from + held.bytes.length)
        held = { from: offset, bytes: await readRange(address, offset, Math.min(Math.max(length, aheadBytes), size - offset)) };
      return held.bytes.subarray(offset - held.from, offset - held.from + length);
    },
  };
}

async function readRange(address: string, offset: number, length: number): Promise<Buffer> {
  if (length <= 0) return Buffer.alloc(0);
  const answer = await fetch(address, { headers: { range: `bytes=${offset}-${offset + length - 1}` } }).catch(unavailable);
  if (answer.status !== 206) {
    await answer.body?.cancel();
    return unavailable();
  }
  return Buffer.from(await answer.arrayBuffer());
}

function unavailable(): never {
  throw new DomainError('service.unavailable', { service: 'files' });
}
