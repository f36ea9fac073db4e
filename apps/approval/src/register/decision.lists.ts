import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ListDecisions, PublishedDecision } from '@karez/contracts-approval';
import type { Page } from '@karez/contracts-kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { ApprovalCase } from '../case/case.entity.js';
import { masked } from '../case/masked.js';

const orders: Record<NonNullable<ListDecisions['sort']>, Order> = {
  '-decided': {
    by: [
      { sql: 'kase.decided_at', cast: 'timestamptz' },
      { sql: 'kase.id', cast: 'uuid' },
    ],
    direction: 'desc',
  },
};
interface Columns {
  readonly number: string;
  readonly itemName: string;
  readonly applicantName: string;
  readonly applicantKind: 'person' | 'company';
  readonly subject: string;
  readonly granted: boolean;
  readonly decidedAt: Date;
  readonly authority: string;
}

/** 许可决定公示 (《行政许可法》 art. 40): decisions under the numbers of their documents. */
@Injectable()
export class DecisionLists {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  page(request: ListDecisions): Promise<Page<PublishedDecision>> {
    return keysetPage(this.shown(request), request, { orders, view });
  }

  shown({ q, itemCode }: ListDecisions): SelectQueryBuilder<ApprovalCase> {
    const query = this.source.createQueryBuilder(ApprovalCase, 'kase').select('document.number', 'number');
    for (const column of ['itemName', 'applicantName', 'applicantKind', 'subject', 'granted', 'decidedAt', 'authority'] as const)
      query.addSelect(`kase.${column}`, column);
    query.innerJoin('case_document', 'document', `document.case_id = kase.id and document.kind in ('grant', 'denial')`);
    query.where('kase.decided_at is not null');
    if (itemCode) query.andWhere('kase.item_code = :itemCode', { itemCode });
    // nobody is found by the name of a person, which is not published
    if (q)
      query.andWhere(
        `(document.number ilike :q or kase.item_name ilike :q or kase.subject ilike :q or (kase.applicant_kind = 'company' and kase.applicant_name ilike :q))`,
        { q: `%${q.replace(/[\\%_]/g, '\\$&')}%` },
      );
    return query;
  }
}

function view(raw: Record<string, unknown>): PublishedDecision {
  const { number, itemName, applicantName, applicantKind, subject, granted, decidedAt, authority } = raw as unknown as Columns;
  const holderName = applicantKind === 'person' ? masked(applicantName) : applicantName;
  return { number, itemName, holderName, subject, granted, decidedAt: decidedAt.toISOString(), authority };
}
