import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { BodyGroups, BodyRow, BodyView, ListBodies } from '@karez/contracts-exchange';
import type { Page } from '@karez/contracts-kernel';
import { chinaDay, type Ctx, DomainError, isId } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { KeyRing } from '../key/key-ring.js';
import { likeOf } from '../like.js';
import { Bodies } from './bodies.js';
import { atTheTop, bodyRow, selectBodies, thatStand } from './body-rows.js';
import { directoryOrderSql } from './directory-order.js';
import { Groups } from './groups.js';

const orders: Readonly<Record<string, Order>> = {
  directory: { by: [...directoryOrderSql, { sql: 'org.id', cast: 'uuid' }], direction: 'asc' },
};

/**
 * 交换通讯录. Whoever may read the directory reads the whole of it, whatever the scope of the grant: a county must be able to address every
 * body, and who the bodies are is public.
 */
@Injectable()
export class DirectoryLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly bodies: Bodies,
    private readonly groups: Groups,
    private readonly keys: KeyRing,
  ) {}

  /** @throws DomainError `exchange.dispatch.group_unknown`, `list.cursor_invalid` */
  async list(request: ListBodies, { now }: Ctx): Promise<Page<BodyRow>> {
    const { q, parentId, kind, group, tops } = request;
    const query = this.#select(now).andWhere(thatStand);
    if (q)
      query.andWhere('(org.name ilike :q or org.short_name ilike :q or org.division_code like :code)', {
        q: likeOf(q),
        code: likeOf(q).slice(1),
      });
    if (parentId) query.andWhere('org.parent_id = :parentId', { parentId });
    if (kind) query.andWhere('org.kind = :kind', { kind });
    if (tops) query.andWhere(atTheTop);
    if (group) query.andWhere('org.id = any(:members::uuid[])', { members: await this.#membersOf(group, chinaDay(now)) });
    return keysetPage(query, request, { orders, view: bodyRow });
  }

  /** Also a body that is no more: what it sent and received keeps its name. @throws DomainError `not_found` */
  async get(orgId: string, { now }: Ctx): Promise<BodyView> {
    const { manager } = this.source;
    const raw = await this.#select(now).andWhere('org.id = :orgId', { orgId }).getRawOne<Record<string, unknown>>();
    if (!raw) throw new DomainError('not_found', { id: orgId });
    const line = await this.bodies.lineOf(manager, orgId);
    const basins = await manager.query<{ name: string }[]>(
      `select org.name from org_closure reach join org_copy org on org.id = reach.ancestor_id
       where reach.relation = 'basin' and reach.descendant_id = $1 and reach.ancestor_id <> $1 and org.kind = 'basin_body' order by org.name`,
      [orgId],
    );
    const current = await manager.query<{ keyId: string }[]>(
      `select distinct on (use) key_id as "keyId" from body_key
       where owner = $1 and revoked_at is null and valid_from <= $2 and valid_until > $2 order by use, valid_from desc, key_id desc`,
      [orgId, now],
    );
    return {
      ...bodyRow(raw),
      ...{ path: line.reverse().map(({ name }) => name), basins: basins.map(({ name }) => name) },
      certificates: await this.keys.certificates(manager, current.map(({ keyId }) => keyId)), // prettier-ignore
    };
  }

  async listGroups({ now }: Ctx): Promise<BodyGroups> {
    const { manager } = this.source;
    // identity numbers what it tells of each body, without a gap; the sum rises by one with every change that was applied here
    const [{ version }] = await manager.query<[{ version: number }]>(
      `select coalesce(sum(sequence), 0)::int as version from inbox_stream where producer = 'identity' and aggregate = 'org'`,
    );
    return { items: await this.groups.list(manager, chinaDay(now)), directoryVersion: version };
  }

  #select(now: Date): SelectQueryBuilder<ObjectLiteral> {
    return selectBodies(this.source, now);
  }

  async #membersOf(group: string, today: string): Promise<string[]> {
    const [, of] = group.split(':');
    const members = of === undefined || isId(of) ? await this.groups.members(this.source.manager, group, today) : undefined;
    if (!members) throw new DomainError('exchange.dispatch.group_unknown', { id: group });
    return members;
  }
}
