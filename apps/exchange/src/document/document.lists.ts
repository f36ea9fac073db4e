import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import { type DocumentRow, documentNumberText, type ListDocuments, type NextNumber, type NextNumberView } from '@karez/contracts-exchange';
import type { Page } from '@karez/contracts-kernel';
import { chinaDay, type Ctx } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { ActingBody } from '../body/acting-body.js';
import { likeOf } from '../like.js';
import { OfficialDocument } from './document.entity.js';

const orders: Readonly<Record<string, Order>> = {
  '-created': {
    ...{ by: [{ sql: 'document.created_at', cast: 'timestamptz' }, { sql: 'document.id', cast: 'uuid' }] }, // prettier-ignore
    direction: 'desc',
  },
};

/** 待发公文 of the bodies that a caller acts for. */
@Injectable()
export class DocumentLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly acting: ActingBody,
  ) {}

  list(request: ListDocuments, { actor }: Ctx): Promise<Page<DocumentRow>> {
    const { sql, params } = scopeSql(actor, 'exchange.document.read', { org: 'document.org_id' });
    const query = this.source
      .createQueryBuilder(OfficialDocument, 'document')
      .leftJoin('org_copy', 'org', 'org.id = document.org_id')
      .addSelect('org.name', 'org_name')
      .addSelect('(select count(*)::int from dispatch where dispatch.document_id = document.id)', 'dispatches')
      .where(`document.state <> 'discarded'`)
      .andWhere(sql, params);
    if (request.state) query.andWhere('document.state = :state', { state: request.state });
    if (request.unsent === 'true')
      query.andWhere(`document.state = 'sealed' and not exists (select 1 from dispatch where dispatch.document_id = document.id)`);
    if (request.q) query.andWhere('(document.title ilike :q or document.agency_code ilike :q)', { q: likeOf(request.q) });
    return keysetPage(query, request, { orders, view: rowOf });
  }

  /** The codes that a body numbers with, and the serial after the last of this year. */
  async nextNumber({ orgId, agencyCode }: NextNumber, ctx: Ctx): Promise<NextNumberView> {
    const { id, name: orgName } = await this.acting.of(ctx, 'exchange.document.write', orgId);
    const body = { orgId: id, orgName };
    const codes = await this.source.query<{ code: string }[]>(
      'select agency_code as code from document where org_id = $1 group by agency_code order by max(created_at) desc limit 8',
      [id],
    );
    const agencyCodes = codes.map(({ code }) => code);
    const chosen = agencyCode ?? agencyCodes[0];
    if (!chosen) return { ...body, agencyCodes };
    const year = chinaYear(ctx.now);
    const [last] = await this.source.query<[{ serial: number | null }]>(
      `select max(serial) as serial from document where org_id = $1 and agency_code = $2 and year = $3 and state <> 'discarded'`,
      [id, chosen, year],
    );
    return { ...body, agencyCodes, next: { agencyCode: chosen, year, serial: (last.serial ?? 0) + 1 } };
  }
}

const chinaYear = (now: Date): number => Number(chinaDay(now).slice(0, 4));

function rowOf(raw: Record<string, unknown>): DocumentRow {
  const { documentType, urgency = 'none' } = raw.document_elements as OfficialDocument['elements'];
  const sealedAt = raw.document_sealed_at as Date | null;
  const number = documentNumberText({
    ...{ agencyCode: raw.document_agency_code as string, year: raw.document_year as number, serial: raw.document_serial as number },
  });
  return {
    ...{ id: raw.document_id as string, orgId: raw.document_org_id as string, orgName: (raw.org_name as string | null) ?? '' },
    ...{ title: raw.document_title as string, documentType, number, urgency, state: raw.document_state as DocumentRow['state'] },
    ...{ createdAt: (raw.document_created_at as Date).toISOString(), dispatches: raw.dispatches as number },
    ...(sealedAt && { sealedAt: sealedAt.toISOString() }),
  };
}
