import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { Page, Permission } from '@karez/contracts-kernel';
import type { GetPublicHearing, HearingView, ListHearings, ListPublicHearings, PublicHearing } from '@karez/contracts-portal';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { PublicSites } from '../reading/public-sites.js';
import { Hearing } from './hearing.entity.js';
import { publicHearingStates } from './hearing.policy.js';
import { type Around, hearingView, publicHearing } from './hearing.view.js';

const staffOrders: Readonly<Record<string, Order>> = {
  '-created': { by: [{ sql: 'hearing.created_at', cast: 'timestamptz' }, { sql: 'hearing.id', cast: 'uuid' }], direction: 'desc' }, // prettier-ignore
};
const publicOrders: Readonly<Record<string, Order>> = {
  '-opened': { by: [{ sql: 'hearing.opens_at', cast: 'timestamptz' }, { sql: 'hearing.id', cast: 'uuid' }], direction: 'desc' }, // prettier-ignore
};
const isPublic = `hearing.state in ('open', 'closed', 'reported')`;

/** 征集和调查, for who holds them and for everybody. */
@Injectable()
export class HearingLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly sites: PublicSites,
  ) {}

  async page(request: ListHearings, { actor }: Ctx): Promise<Page<HearingView>> {
    const query = this.#inReach(actor, 'portal.article.read');
    const { siteId, kind, state } = request;
    if (siteId) query.andWhere('hearing.site_id = :siteId', { siteId });
    if (kind) query.andWhere('hearing.kind = :kind', { kind });
    query.andWhere(state ? 'hearing.state = :state' : `hearing.state <> 'discarded'`, { state });
    const page = await keysetPage(query, request, { orders: staffOrders, view: idOf });
    return { ...page, items: await this.#views(page.items, (hearing, around) => hearingView(hearing, around, actor)) };
  }

  /** @throws DomainError `not_found` */
  async one(id: string, { actor }: Ctx, permission: Permission = 'portal.article.read'): Promise<HearingView> {
    const found = await this.#inReach(actor, permission).andWhere('hearing.id = :id', { id }).getRawOne<{ id: string }>();
    if (!found) throw new DomainError('not_found', { id });
    const [view] = await this.#views([id], (hearing, around) => hearingView(hearing, around, actor));
    return view!;
  }

  async public(request: ListPublicHearings): Promise<Page<PublicHearing>> {
    const { id: siteId } = await this.sites.byCode(request.site);
    const query = this.shown(siteId);
    if (request.kind) query.andWhere('hearing.kind = :kind', { kind: request.kind });
    const page = await keysetPage(query, request, { orders: publicOrders, view: idOf });
    return { ...page, items: await this.#views(page.items, publicHearing) };
  }

  /** @throws DomainError `not_found` for one that is not, or not yet, everybody's */
  async publicOne({ site, hearingId }: GetPublicHearing): Promise<PublicHearing> {
    const { id: siteId } = await this.sites.byCode(site);
    const known = await this.source.manager.countBy(Hearing, { id: hearingId, siteId, state: In([...publicHearingStates]) });
    if (!known) throw new DomainError('not_found', { id: hearingId });
    const [view] = await this.#views([hearingId], publicHearing);
    return view!;
  }

  shown(siteId: string): SelectQueryBuilder<Hearing> {
    return this.#ids().where(`${isPublic} and hearing.site_id = :siteId`, { siteId });
  }

  #inReach(actor: Actor, permission: Permission): SelectQueryBuilder<Hearing> {
    const { sql, params } = scopeSql(actor, permission, { org: 'hearing.org_id' });
    return this.#ids().where(sql, params);
  }
  #ids(): SelectQueryBuilder<Hearing> {
    return this.source.createQueryBuilder(Hearing, 'hearing').select([]).addSelect('hearing.id', 'id');
  }

  async #views<V>(ids: readonly string[], view: (hearing: Hearing, around: Around) => V): Promise<V[]> {
    const hearings = await this.source.manager.findBy(Hearing, { id: In([...ids]) });
    const around = await this.source.query<(Around & { id: string })[]>(
      `select hearing.id, coalesce(org.name, '') as "orgName", case when hearing.voices is not null then hearing.voices
         else (select count(*)::int from voice where voice.hearing_id = hearing.id) end as voices
       from hearing left join org_copy org on org.id = hearing.org_id where hearing.id = any($1)`,
      [ids],
    );
    return ids.map((id) =>
      view(
        hearings.find((each) => each.id === id)!,
        around.find((each) => each.id === id)!,
      ),
    );
  }
}
const idOf = (raw: Record<string, unknown>): string => raw.id as string;
