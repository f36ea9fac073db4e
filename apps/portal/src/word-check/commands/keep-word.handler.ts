import { Injectable } from '@nestjs/common';
import type { Empty } from '@karez/contracts-kernel';
import type { PutWord, RemoveWord, WordView } from '@karez/contracts-portal';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { PortalConfig } from '../../config.js';
import { Word } from '../word.entity.js';
import { wordView } from '../words.js';

/** Entries are entered, explained anew and taken out. */
@Injectable()
export class KeepWordHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: PortalConfig,
  ) {}

  put(request: PutWord, ctx: Ctx): Promise<WordView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await tx.manager.query(`select pg_advisory_xact_lock(hashtext('portal.word'))`);
      const { list, word } = request;
      const known = await tx.manager.findOneBy(Word, { list, word });
      if (!known && (await tx.manager.count(Word)) >= this.config.mostWords)
        throw new DomainError('portal.word.too_many', { limit: this.config.mostWords });
      const entry = known ?? Word.enter(request);
      entry.explain(request);
      await tx.save(entry);
      return wordView(entry);
    });
  }

  remove({ wordId }: RemoveWord, ctx: Ctx): Promise<Empty> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await tx.manager.remove(await tx.load(Word, wordId));
      tx.touch('word', wordId);
      return {};
    });
  }
}
