import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { Page } from '@karez/contracts-kernel';
import type { HandoverRow, HandoverShare, ListHandovers } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource } from 'typeorm';

const orders: Readonly<Record<string, Order>> = {
  '-at': {
    by: [
      { sql: 'handover.at', cast: 'timestamptz' },
      { sql: 'handover.id', cast: 'uuid' },
    ],
    direction: 'desc',
  },
};
interface Raw {
  readonly id: string;
  readonly from_name: string;
  readonly by_name: string;
  readonly reason: string;
  readonly at: Date;
  readonly shares: HandoverShare[];
}

/** 工作移交记录 of the bodies in the caller's reach. */
@Injectable()
export class HandoverLists {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  page(request: ListHandovers, { actor }: Ctx): Promise<Page<HandoverRow>> {
    const { sql, params } = scopeSql(actor, 'oa.handover.write', { org: 'handover.org_id' });
    const query = this.source.createQueryBuilder().select([]).from('handover', 'handover').where(sql, params);
    for (const column of ['id', 'from_name', 'by_name', 'reason', 'at', 'shares']) query.addSelect(`handover.${column}`, column);
    return keysetPage(query, request, { orders, view: (raw) => view(raw as unknown as Raw) });
  }
}

const view = ({ id, from_name, by_name, reason, at, shares }: Raw): HandoverRow => ({
  ...{ id, fromName: from_name, byName: by_name, reason, at: at.toISOString(), shares },
});
