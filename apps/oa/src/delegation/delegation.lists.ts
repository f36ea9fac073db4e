import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Page } from '@karez/contracts-kernel';
import type { DelegationStanding, DelegationView, ListDelegations, TodoKind } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { Delegation } from './delegation.entity.js';

const orders: Readonly<Record<string, Order>> = {
  '-granted': { by: [{ sql: 'delegation.granted_at', cast: 'timestamptz' }, { sql: 'delegation.id', cast: 'uuid' }], direction: 'desc' }, // prettier-ignore
};
const columns = 'id, from_id, to_id, kinds, from_at, until_at, reason, state, revoked_at'.split(', ');

/** 委托代办 as its two sides see it. */
@Injectable()
export class DelegationLists {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  page({ tab, standing, ...request }: ListDelegations, ctx: Ctx): Promise<Page<DelegationView>> {
    const query = seenBy(this.source.manager, ctx);
    if (tab === 'granted') query.andWhere('delegation.from_id = :me');
    if (tab === 'received') query.andWhere('delegation.to_id = :me');
    if (standing)
      query.andWhere(`delegation.state = 'granted' and delegation.from_at <= :now and delegation.until_at > :now`, { now: ctx.now });
    return keysetPage(query, request, { orders, view: (raw) => view(raw as unknown as Raw, ctx) });
  }

  /** @throws DomainError `not_found` */
  async one(manager: EntityManager, id: string, ctx: Ctx): Promise<DelegationView> {
    const raw = await seenBy(manager, ctx).andWhere('delegation.id = :id', { id }).getRawOne<Raw>();
    if (!raw) throw new DomainError('not_found', { id });
    return view(raw, ctx);
  }
}

function seenBy(manager: EntityManager, { actor }: Ctx): SelectQueryBuilder<Delegation> {
  const query = manager.createQueryBuilder(Delegation, 'delegation').select([]);
  columns.forEach((column) => query.addSelect(`delegation.${column}`, column));
  return query
    .addSelect('(select name from person_copy where person_copy.id = delegation.from_id)', 'from_name')
    .addSelect('(select name from person_copy where person_copy.id = delegation.to_id)', 'to_name')
    .where('(delegation.from_id = :me or delegation.to_id = :me)', { me: actor.id });
}

interface Raw {
  readonly id: string;
  readonly from_id: string;
  readonly to_id: string;
  readonly from_name: string | null;
  readonly to_name: string | null;
  readonly kinds: TodoKind[];
  readonly from_at: Date;
  readonly until_at: Date;
  readonly reason: string | null;
  readonly state: 'granted' | 'revoked';
  readonly revoked_at: Date | null;
}
function standingOf({ state, from_at, until_at }: Raw, now: Date): DelegationStanding {
  if (state === 'revoked') return 'revoked';
  if (now < from_at) return 'coming';
  return now < until_at ? 'running' : 'over';
}
function view(raw: Raw, { actor, now }: Ctx): DelegationView {
  const standing = standingOf(raw, now);
  const revocable = raw.from_id === actor.id && (standing === 'coming' || standing === 'running');
  return {
    ...{ id: raw.id, fromId: raw.from_id, fromName: raw.from_name ?? '', toId: raw.to_id, toName: raw.to_name ?? '' },
    ...{ kinds: raw.kinds, from: raw.from_at.toISOString(), until: raw.until_at.toISOString(), standing },
    ...(raw.reason && { reason: raw.reason }),
    ...(raw.revoked_at && { revokedAt: raw.revoked_at.toISOString() }),
    acts: revocable ? ['revoke'] : [],
  };
}
