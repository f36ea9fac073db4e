import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { LinkUse } from '@karez/contracts-files';
import { DomainError } from '@karez/kernel';
import type { Watch } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { FilesConfig } from '../config.js';
import { ContentRegister } from '../content/content-register.js';
import type { ContentStore } from '../content/content-store.js';
import { type ContentFacts, DamagedContent, verifiedBytes } from '../content/verified-bytes.js';
import { StoredFile } from '../file/file.entity.js';
import { assertReadable } from '../file/reading.policy.js';
import type { HttpCall } from '../http/caller.js';
import { LinkSigner } from './link.js';
import { type Answer, answerOf } from './answer.js';

/** Hands out content by signed link: whole or in part, every block compared with its digest before it leaves. */
@Injectable()
export class ContentEndpoint {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly links: LinkSigner,
    private readonly contents: ContentRegister,
    private readonly config: FilesConfig,
    @Inject('ContentStore') private readonly store: ContentStore,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  async serve(request: IncomingMessage, response: ServerResponse, call: HttpCall, token: string): Promise<void> {
    const use: LinkUse = request.url!.startsWith('/files/previews/') ? 'preview' : 'download';
    const file = await this.#fileOf(token, use, call);
    const content = await this.contents.servable(file.sha256!);
    if (!content) throw new DomainError('files.content.damaged', { id: file.id });
    const answer = answerOf(file, content, use, request.headers);
    try {
      await this.#send(request, response, content, answer);
    } catch (error) {
      if (!(error instanceof DamagedContent)) throw error;
      await this.contents.markDamaged(content.sha256);
      this.watch.needsPerson('stored content is damaged', { sha256: content.sha256 });
      throw new DomainError('files.content.damaged', { id: file.id });
    }
  }

  async #fileOf(token: string, use: LinkUse, { actor }: HttpCall): Promise<StoredFile> {
    const claims = this.links.open(token, new Date());
    if (claims.use !== use) throw new DomainError('files.link.invalid');
    if (claims.personId && claims.personId !== actor.id) throw new DomainError(actor.id ? 'files.link.invalid' : 'auth.required');
    const file = await this.source.getRepository(StoredFile).findOneBy({ id: claims.fileId });
    if (!file) throw new DomainError('not_found', { id: claims.fileId });
    assertReadable({ ...file, damaged: await this.contents.isDamaged(this.source.manager, file.sha256) }, use, this.config.unscanned);
    return file;
  }

  async #send(
    { method }: IncomingMessage,
    response: ServerResponse,
    content: ContentFacts,
    { status, headers, range }: Answer,
  ): Promise<void> {
    if (!range || method === 'HEAD') {
      response.writeHead(status, headers).end();
      return;
    }
    const blocks = verifiedBytes(this.store, content, range.from, range.to);
    // the first block is compared before the status is said: a damaged file is refused, not cut short
    const first = await blocks.next();
    response.writeHead(status, headers);
    try {
      await pipeline(Readable.from(following(first, blocks), { objectMode: false, highWaterMark: 1 }), response);
    } catch (error) {
      // the reader went away
      if (!(error instanceof DamagedContent) && response.destroyed) return;
      throw error;
    }
  }
}

async function* following(first: IteratorResult<Buffer>, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (!first.done) yield first.value;
  yield* rest;
}
