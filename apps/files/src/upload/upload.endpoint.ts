import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { filesContract } from '@karez/contracts-files';
import { DomainError, isId, newId } from '@karez/kernel';
import type { Watch } from '@karez/messaging';
import { Server, type Upload } from '@tus/server';
import { DataSource } from 'typeorm';
import { FilesConfig } from '../config.js';
import { StoredFile } from '../file/file.entity.js';
import { contextOf, type HttpCall } from '../http/caller.js';
import { problemOf } from '../http/problem.js';
import { UploadCommands } from './upload-commands.js';
import { IncomingFiles } from './incoming-files.js';
import { refusalOfTus, type TusError } from './tus-refusals.js';
import { UploadStore } from './upload-store.js';

const publicPath = `/api${filesContract.upstreams![0]!.path}`;
const acts = { start: 'cmd.files.startUpload.v1', finish: 'cmd.files.finishUpload.v1', abandon: 'cmd.files.abandonUpload.v1' };

/** A request as @tus/server's hooks see it, with Node's own beneath. */
interface HookRequest {
  readonly runtime?: { readonly node?: { readonly req: object; readonly res?: object } };
}

/**
 * Resumable upload by tus 1.0 (creation, creation-with-upload, termination, expiration). An upload is known to its uploader
 * alone; to everyone else its id is as unknown as one that was never given out.
 */
@Injectable()
export class UploadEndpoint {
  readonly #tus: Server;
  readonly #calls = new WeakMap<object, HttpCall>();
  /** Whose request a termination under way is, by upload. */
  readonly #ending = new Map<string, HttpCall>();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly incoming: IncomingFiles,
    private readonly commands: UploadCommands,
    private readonly config: FilesConfig,
    @Inject('Watch') private readonly watch: Watch,
  ) {
    this.#tus = new Server({
      path: publicPath,
      datastore: new UploadStore(source, incoming, config.uploadHours * 3_600_000, (id) => this.#abandon(id)),
      maxSize: config.maxBytes,
      // the web apps come from the same origin; other origins get no permission
      allowedOrigins: [],
      generateUrl: (_request, { path, id }) => `${path}/${id}`,
      getFileIdFromRequest: (_request, last) => (last && isId(last) ? last : undefined),
      namingFunction: () => newId(),
      onUploadCreate: async (request, upload) => {
        await this.#start(upload, this.#callOf(request));
        return {};
      },
      onUploadFinish: async (request, { id }) => {
        await this.commands.finish.execute(id, contextOf(this.#callOf(request), acts.finish));
        return {};
      },
      onResponseError: (request, error) => this.#refuse(request, error),
    });
  }

  async serve(request: IncomingMessage, response: ServerResponse, call: HttpCall, id: string): Promise<void> {
    if (id && request.method !== 'OPTIONS' && (await this.#isOver(request, response, call, id))) return;
    this.#calls.set(request, call);
    if (request.method === 'DELETE') this.#ending.set(id, call);
    response.setHeader('cache-control', 'no-store');
    try {
      await this.#tus.handle(request, response);
    } finally {
      this.#ending.delete(id);
    }
  }

  /** Refuses strangers; answers for an upload whose last byte has come, which tus clients ask for when that answer was lost. */
  async #isOver({ method }: IncomingMessage, response: ServerResponse, call: HttpCall, id: string): Promise<boolean> {
    const file = isId(id) ? await this.source.getRepository(StoredFile).findOneBy({ id }) : null;
    if (!file?.isOf(call.actor)) throw new DomainError('not_found');
    if (file.state === 'discarded') throw new DomainError('files.upload.over');
    if (file.state === 'receiving') {
      // killed between the last byte and its transaction: nobody but the client may ever come back to it
      if (method !== 'HEAD' || (await this.incoming.size(id)) !== file.size) return false;
      await this.commands.finish.execute(id, contextOf(call, acts.finish));
    }
    if (method === 'PATCH') throw new DomainError('files.upload.offset_conflict');
    if (method !== 'HEAD') throw new DomainError('files.upload.over');
    const size = String(file.size);
    response.writeHead(200, { 'tus-resumable': '1.0.0', 'upload-offset': size, 'upload-length': size, 'cache-control': 'no-store' }).end();
    return true;
  }

  #start({ id, size = 0, metadata = {} }: Upload, call: HttpCall): Promise<void> {
    const start = { id, size, name: metadata.filename ?? metadata.name, announcedSha256: metadata.sha256 };
    return this.commands.start.execute(start, contextOf(call, acts.start));
  }

  async #abandon(id: string): Promise<void> {
    await this.commands.abandon.execute(id, contextOf(this.#ending.get(id)!, acts.abandon));
  }

  #callOf({ runtime }: HookRequest): HttpCall {
    return this.#calls.get(runtime!.node!.req)!;
  }

  /** The library's answer carries a status and a body only; the other headers are set beneath it. */
  #refuse({ runtime }: HookRequest, error: Error | TusError): { status_code: number; body: string } {
    const { req, res } = runtime!.node as { req: IncomingMessage; res: ServerResponse };
    const { trace } = this.#calls.get(req)!;
    const refusal = refusalOfTus(error, this.config.maxBytes);
    if (!refusal) this.watch.needsPerson('an upload failed unexpectedly', { err: error, trace });
    const { status, headers, body } = problemOf(refusal, req, trace);
    if (!res.headersSent) for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    return { status_code: status, body };
  }
}
