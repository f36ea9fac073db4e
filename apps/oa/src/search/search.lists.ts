import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Page } from '@karez/contracts-kernel';
import type { OfficeFound, SearchKind, SearchOffice } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { excerptOf, Tokens } from '@karez/search';
import { DataSource } from 'typeorm';
import { seenEntries } from './seen-subjects.js';

const orders: Readonly<Record<string, Order>> = {
  latest: {
    by: [
      { sql: 'entry.at', cast: 'timestamptz' },
      { sql: 'entry.subject_id', cast: 'uuid' },
    ],
    direction: 'desc',
  },
};
interface Raw {
  readonly kind: SearchKind;
  readonly subject_id: string;
  readonly title: string;
  readonly number: string | null;
  readonly plain: string;
  readonly href: string;
  readonly at: Date;
  readonly org_name: string | null;
}

/** 全文检索 over what the office holds, the latest first, as far as the reader may open it. */
@Injectable()
export class SearchLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tokens: Tokens,
  ) {}

  page({ q, kind, from, to, ...request }: SearchOffice, { actor }: Ctx): Promise<Page<OfficeFound>> {
    const asked = q.trim();
    const words = this.tokens.of(asked);
    const { sql, params } = seenEntries(actor);
    const query = this.source.createQueryBuilder().select([]).from('search_entry', 'entry').where(sql, params);
    for (const column of ['kind', 'subject_id', 'title', 'number', 'plain', 'href', 'at']) query.addSelect(`entry.${column}`, column);
    query.addSelect('(select name from org_copy where org_copy.id = entry.org_id)', 'org_name');
    // a piece of a title or of a number need not be a word
    query.andWhere('(entry.words @@ :words::tsquery or entry.heading ilike :piece)', {
      words: this.tokens.query(asked) ?? '',
      piece: `%${asked.replace(/[\\%_]/g, '\\$&')}%`,
    });
    if (kind) query.andWhere('entry.kind = :kind', { kind });
    if (from) query.andWhere(`entry.at >= (:from::date)::timestamp at time zone 'Asia/Shanghai'`, { from });
    if (to) query.andWhere(`entry.at < (:to::date + 1)::timestamp at time zone 'Asia/Shanghai'`, { to });
    const view = ({ plain, subject_id, number, org_name, at, ...rest }: Raw): OfficeFound => ({
      ...{ kind: rest.kind, subjectId: subject_id, title: rest.title, href: rest.href, at: at.toISOString() },
      ...(number && { number }),
      ...(org_name && { orgName: org_name }),
      ...{ excerpt: excerptOf(plain, asked, words), words: [...new Set([asked, ...words])] },
    });
    return keysetPage(query, { limit: 20, ...request }, { orders, view: (raw) => view(raw as unknown as Raw) });
  }
}
