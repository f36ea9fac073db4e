import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { InspectionBoard } from '@karez/contracts-portal';
import { type Ctx, DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { WorkingDays } from '../calendar/working-days.js';
import { Site } from '../site/site.entity.js';
import type { ColumnFact, DatedFact, SiteFacts } from './facts.js';
import { inspect } from './rules.js';

/** 主动公开 within 20 working days of the document's day (《政府信息公开条例》 art. 26). */
const publishWithin = 20;
/** More of one kind than this nobody reads through; the count on the board says what is wrong. */
const most = 200;

/** 网站自查: what the rules look at, read for one site. */
@Injectable()
export class Inspection {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly days: WorkingDays,
  ) {}

  /** @throws DomainError `not_found` for a site out of the caller's reach */
  async of(siteId: string, { actor, now }: Ctx): Promise<InspectionBoard> {
    const { sql, params } = scopeSql(actor, 'portal.inspection.read', { org: 'site.org_id' });
    const query = this.source.createQueryBuilder(Site, 'site').where('site.id = :siteId', { siteId });
    if (!(await query.andWhere(sql, params).getExists())) throw new DomainError('not_found', { id: siteId });
    return { siteId, at: now.toISOString(), lines: inspect(await this.#facts(siteId, now)) };
  }

  async #facts(siteId: string, at: Date): Promise<SiteFacts> {
    const [{ last }] = await this.source.query<[{ last: Date | null }]>(
      `select max(listed_at) as last from listing where place_id = $1 and language = 'zh-CN'`,
      [siteId],
    );
    const requests = await this.#requests(siteId);
    const texts = await this.#unpublished(siteId);
    return { at, last, columns: await this.#columns(siteId), letters: await this.#letters(siteId), disclosures: [...requests, ...texts] };
  }

  #columns(siteId: string): Promise<ColumnFact[]> {
    return this.source.query(
      `select col.id, col.name, col.type, coalesce(org.name, '') as "orgName", col.longest_silence as "longestSilence", count(listing.edition_id)::int as live,
         max(listing.listed_at) as last
       from site_column col left join org_copy org on org.id = col.org_id
         left join listing on listing.place_id = col.id and listing.language = 'zh-CN'
       where col.site_id = $1 and col.state = 'open' group by col.id, org.name order by col.position, col.id`,
      [siteId],
    );
  }

  /** Three months by the calendar of government time. */
  #letters(siteId: string): Promise<DatedFact[]> {
    return this.source.query(
      `select letter.id, letter.receipt as name, coalesce(org.name, '') as "orgName", letter.received_at as since,
         (letter.received_at at time zone 'Asia/Shanghai' + interval '3 months') at time zone 'Asia/Shanghai' as "bitesAt"
       from letter left join org_copy org on org.id = letter.org_id
       where letter.site_id = $1 and letter.state not in ('answered', 'closed') order by letter.received_at limit ${most}`,
      [siteId],
    );
  }

  #requests(siteId: string): Promise<DatedFact[]> {
    return this.source.query(
      `select request.id, request.receipt as name, coalesce(org.name, '') as "orgName", request.received_at as since, request.due_at as "bitesAt"
       from disclosure_request request left join org_copy org on org.id = request.org_id
       where request.site_id = $1 and request.state not in ('answered', 'abandoned') and request.due_at is not null
       order by request.due_at limit ${most}`,
      [siteId],
    );
  }

  /** Texts of the catalogue under work of which no edition was ever public. */
  async #unpublished(siteId: string): Promise<DatedFact[]> {
    const rows = await this.source.query<Omit<DatedFact, 'bitesAt'>[]>(
      `select edition.article_id as id, edition.title as name, coalesce(org.name, '') as "orgName",
         ((edition.disclosure ->> 'formedOn')::date)::timestamp at time zone 'Asia/Shanghai' as since
       from edition left join org_copy org on org.id = edition.org_id
       where edition.site_id = $1 and edition.state in ('draft', 'in_review', 'approved', 'scheduled') and edition.disclosure is not null
         and not exists (select 1 from edition shown where shown.article_id = edition.article_id and shown.state in ('live', 'withdrawn'))
       order by edition.disclosure ->> 'formedOn' limit ${most}`,
      [siteId],
    );
    const calendar = await this.days.calendar(this.source.manager);
    return rows.map((row) => ({ ...row, bitesAt: calendar.addWorkingDays(row.since, publishWithin).at }));
  }
}
