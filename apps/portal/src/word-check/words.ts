import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Page } from '@karez/contracts-kernel';
import type { ListWords, WordView } from '@karez/contracts-portal';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { likeOf } from '../like.js';
import { type ListedWord, WordCheck } from './word-check.js';
import { Word } from './word.entity.js';

const orders: Readonly<Record<string, Order>> = {
  word: { by: [{ sql: 'word.word', cast: 'text' }, { sql: 'word.id', cast: 'uuid' }], direction: 'asc' }, // prettier-ignore
};

/** The lists of the word check. */
@Injectable()
export class Words {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async check(manager: EntityManager = this.source.manager): Promise<WordCheck> {
    return new WordCheck(await manager.query<ListedWord[]>('select list, word, suggestion from word'));
  }

  page(request: ListWords): Promise<Page<WordView>> {
    const query = this.source.createQueryBuilder(Word, 'word').where('true');
    if (request.list) query.andWhere('word.list = :list', { list: request.list });
    if (request.q) query.andWhere('word.word ilike :q', { q: likeOf(request.q) });
    return keysetPage(query, request, { orders, view: (raw) => wordView(read(raw)) });
  }
}

const read = (raw: Record<string, unknown>): Parameters<typeof wordView>[0] =>
  Object.fromEntries(['id', 'version', 'list', 'word', 'suggestion', 'note'].map((name) => [name, raw[`word_${name}`]])) as unknown as Word;

export const wordView = ({ id, version, list, word, suggestion, note }: Word): WordView => ({
  ...{ id, version, list, word },
  ...(suggestion && { suggestion }),
  ...(note && { note }),
});
