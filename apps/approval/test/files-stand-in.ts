import { attachmentApi, type BeginReceiving, type FileState, type FileView, type ReceiveBytes, receivingApi } from '@karez/contracts-files';
import { newId } from '@karez/kernel';
import type { Bus, Call } from '@karez/messaging';

interface Stored {
  view: FileView;
  readonly attached: Set<string>;
}

/** The files service as far as approval asks it. What it does itself is proved in apps/files. */
export class FilesStandIn {
  readonly #files = new Map<string, Stored>();
  readonly #bytes = new Map<string, Buffer>();
  #refusals = 0;

  static start({ connection }: Bus): FilesStandIn {
    const stand = new FilesStandIn();
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
    answer(receivingApi.beginReceiving.subject, ({ name, size, thingId }: BeginReceiving) => {
      if (stand.#refusals-- > 0) return { error: { code: 'files.upload.no_space', params: {} } };
      const begun = stand.heldFor(thingId)[0];
      const fileId = begun ?? stand.put('approval', name);
      stand.#files.get(fileId)!.attached.add(thingId);
      return { ok: { fileId, offset: stand.#bytes.get(fileId)?.length ?? 0, size } };
    });
    answer(receivingApi.receiveBytes.subject, ({ fileId, offset, bytes }: ReceiveBytes) => {
      const come = Buffer.concat([(stand.#bytes.get(fileId) ?? Buffer.alloc(0)).subarray(0, offset), Buffer.from(bytes, 'base64')]);
      stand.#bytes.set(fileId, come);
      return { ok: { fileId, offset: come.length, size: come.length } };
    });
    return stand;
  }

  /** A file that somebody uploaded. */
  put(uploaderId: string, name: string, state: FileState = 'clean'): string {
    const id = newId();
    const now = new Date().toISOString();
    const view: FileView = {
      ...{ id, name, size: 1_024, state, mediaType: 'application/pdf', readable: state === 'clean', attached: false, uploaderId },
      ...{ uploaderName: '试用人', createdAt: now, receivedAt: now, checkedAt: now, acts: [] },
    };
    this.#files.set(id, { view, attached: new Set() });
    return id;
  }

  /** The scan is over. */
  scanned(fileId: string, state: FileState = 'clean'): void {
    const file = this.#files.get(fileId)!;
    file.view = { ...file.view, state, readable: state === 'clean' };
  }

  /** Ids of the files that are held for a thing. */
  heldFor(thingId: string): string[] {
    return [...this.#files].filter(([, { attached }]) => attached.has(thingId)).map(([id]) => id);
  }

  /** Takes in nothing for so many turns. */
  refuseNext(times: number): void {
    this.#refusals = times;
  }

  /** What was received for a thing, and under which name. */
  receivedFor(thingId: string): { name: string; bytes: Buffer } | undefined {
    const [fileId] = this.heldFor(thingId);
    const bytes = fileId && this.#bytes.get(fileId);
    return bytes ? { name: this.#files.get(fileId)!.view.name, bytes } : undefined;
  }

  #attach({ fileId, thingId, uploaderId }: { fileId: string; thingId: string; uploaderId: string }): object {
    const file = this.#files.get(fileId);
    // as the service does: what approval holds already it may hold for another of its things
    if (file?.view.uploaderId !== uploaderId && !file?.attached.size) return { error: { code: 'not_found', params: { id: fileId } } };
    file.attached.add(thingId);
    return { ok: file.view };
  }
}
