import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  attachmentApi,
  type BeginReceiving,
  type FileState,
  type FileView,
  type ReceiveBytes,
  type Receiving,
  receivingApi,
} from '@karez/contracts-files';
import { createSm3 } from '@karez/crypto';
import { newId } from '@karez/kernel';
import type { Bus, Call } from '@karez/messaging';

interface Stored {
  readonly view: FileView;
  readonly bytes: Buffer;
  readonly attached: Set<string>;
}

/** The files service as far as exchange asks it: states of files, and their bytes by range. What it does itself is proved in apps/files. */
export class FilesStandIn {
  readonly #files = new Map<string, Stored>();

  private constructor(private readonly server: Server) {}

  static async start({ connection }: Bus): Promise<FilesStandIn> {
    const server = createServer();
    const stand = new FilesStandIn(server);
    server.on('request', (request, response) => {
      const bytes = stand.#files.get((request.url ?? '').split('/').at(-1) ?? '')?.bytes;
      if (!bytes) return void response.writeHead(404).end();
      const [, from = 0, to = bytes.length - 1] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '')?.map(Number) ?? [];
      const part = bytes.subarray(from, to + 1);
      response.writeHead(request.headers.range ? 206 : 200, { 'content-length': part.length });
      response.end(request.method === 'HEAD' ? undefined : part);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const answer = (subject: string, work: (request: never) => object): void => {
      connection.subscribe(subject, {
        callback: (_error, message) => void message.respond(JSON.stringify(work(message.json<Call>().request as never))),
      });
    };
    answer(attachmentApi.attachFile.subject, (request: { fileId: string; thingId: string; uploaderId: string }) => stand.#attach(request));
    answer(attachmentApi.detachFile.subject, ({ fileId, thingId }: { fileId: string; thingId: string }) => {
      stand.#files.get(fileId)?.attached.delete(thingId);
      return { ok: {} };
    });
    answer(attachmentApi.listAttached.subject, ({ thingId }: { thingId: string }) => ({
      ok: { items: [...stand.#files.values()].filter(({ attached }) => attached.has(thingId)).map(({ view }) => view) },
    }));
    answer(attachmentApi.issueLink.subject, ({ fileId }: { fileId: string }) => ({
      ok: { url: `/api/files/content/${fileId}`, expiresAt: new Date(Date.now() + 60_000).toISOString() },
    }));
    answer(receivingApi.beginReceiving.subject, (request: BeginReceiving) => ({ ok: stand.#begin(request) }));
    answer(receivingApi.receiveBytes.subject, (request: ReceiveBytes) => ({ ok: stand.#receive(request) }));
    return stand;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  /** A file that somebody uploaded. */
  put(
    uploaderId: string,
    name: string,
    bytes: Buffer,
    { mediaType = 'application/pdf', state = 'clean' }: { readonly mediaType?: string; readonly state?: FileState } = {},
  ): string {
    const id = newId();
    const now = new Date().toISOString();
    const view: FileView = {
      ...{ id, name, size: bytes.length, state, mediaType, sha256: createHash('sha256').update(bytes).digest('hex') },
      ...{ sm3: createSm3().update(bytes).digest('hex'), readable: state === 'clean', attached: false, uploaderId, uploaderName: '试用人' },
      ...{ createdAt: now, receivedAt: now, checkedAt: now, acts: [] },
    };
    this.#files.set(id, { view, bytes, attached: new Set() });
    return id;
  }

  /** Ids of the files that are held for a thing. */
  heldFor(thingId: string): string[] {
    return [...this.#files].filter(([, { attached }]) => attached.has(thingId)).map(([id]) => id);
  }

  #begin({ name, size, thingId }: BeginReceiving): Receiving {
    const begun = this.heldFor(thingId).find((id) => this.#files.get(id)!.view.state !== 'refused');
    if (begun) return { fileId: begun, offset: this.#files.get(begun)!.bytes.length, size };
    const mediaType = name.endsWith('.pdf') ? 'application/pdf' : 'text/plain';
    const id = this.put('exchange', name, Buffer.alloc(0), { mediaType, state: 'receiving' });
    const file = this.#files.get(id)!;
    file.attached.add(thingId);
    this.#files.set(id, { ...file, view: { ...file.view, size } });
    return { fileId: id, offset: 0, size };
  }

  #receive({ fileId, offset, bytes }: ReceiveBytes): Receiving {
    const file = this.#files.get(fileId)!;
    const { size } = file.view;
    if (offset !== file.bytes.length) return { fileId, offset: file.bytes.length, size };
    const all = Buffer.concat([file.bytes, Buffer.from(bytes, 'base64')]);
    const whole = all.length === size;
    const sm3 = createSm3().update(all).digest('hex');
    this.#files.set(fileId, { ...file, bytes: all, view: { ...file.view, ...(whole && { state: 'clean', readable: true, sm3 }) } });
    return { fileId, offset: all.length, size };
  }

  #attach({ fileId, thingId, uploaderId }: { fileId: string; thingId: string; uploaderId: string }): object {
    const file = this.#files.get(fileId);
    if (file?.view.uploaderId !== uploaderId && !file?.attached.size) return { error: { code: 'not_found', params: { id: fileId } } };
    file.attached.add(thingId);
    return { ok: file.view };
  }
}
