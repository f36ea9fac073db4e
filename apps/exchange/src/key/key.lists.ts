import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { BodyKeyView, ListKeys } from '@karez/contracts-exchange';
import type { Page } from '@karez/contracts-kernel';
import { type Ctx, DomainError } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { directoryOrderSql } from '../body/directory-order.js';
import { ExchangeConfig } from '../config.js';
import { likeOf } from '../like.js';

/** In the order of the directory, the node's own root last; of one body each use by itself, newest first. */
const orders: Readonly<Record<string, Order>> = {
  directory: {
    by: [
      ...directoryOrderSql,
      { sql: 'key.owner collate "C"', cast: 'text' },
      { sql: 'key.use collate "C"', cast: 'text' },
      { sql: '-(extract(epoch from key.valid_from) * 1000)::bigint', cast: 'bigint' },
      { sql: 'key.key_id collate "C"', cast: 'text' },
    ],
    direction: 'asc',
  },
};

/** 单位密钥 of the bodies that a caller reaches with `exchange.key.read`; public halves only. */
@Injectable()
export class KeyLists {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly config: ExchangeConfig,
  ) {}

  list(request: ListKeys, { actor }: Ctx): Promise<Page<BodyKeyView>> {
    const { sql, params } = scopeSql(actor, 'exchange.key.read', { org: 'org.id' });
    const query = this.#select().where(sql, params);
    if (request.orgId) query.andWhere('key.owner = :orgId', { orgId: request.orgId });
    if (request.q)
      query.andWhere('(org.name ilike :q or org.short_name ilike :q or key.key_id = :keyId)', { q: likeOf(request.q), keyId: request.q });
    return keysetPage(query, request, { orders, view: (raw) => this.#view(raw) });
  }

  /** A key that the caller has just changed. @throws DomainError `exchange.key.unknown` */
  async one(keyId: string, { actor }: Ctx): Promise<BodyKeyView> {
    const { sql, params } = scopeSql(actor, 'exchange.key.write', { org: 'org.id' });
    const raw = await this.#select().where('key.key_id = :keyId', { keyId }).andWhere(sql, params).getRawOne<Record<string, unknown>>();
    if (!raw) throw new DomainError('exchange.key.unknown');
    return this.#view(raw);
  }

  #select(): SelectQueryBuilder<ObjectLiteral> {
    return this.source
      .createQueryBuilder()
      .select('key.key_id', 'key_id')
      .addSelect('key.owner', 'owner')
      .addSelect('org.name', 'owner_name')
      .addSelect('key.use', 'use')
      .addSelect('key.valid_from', 'valid_from')
      .addSelect('key.valid_until', 'valid_until')
      .addSelect('key.revoked_at', 'revoked_at')
      .addSelect('key.revoked_reason', 'revoked_reason')
      .addSelect('key.fingerprint', 'fingerprint')
      .addSelect('key.wrapped is not null', 'held')
      .addSelect(current, 'current')
      .from('body_key', 'key')
      .leftJoin('org_copy', 'org', 'org.id::text = key.owner');
  }

  #view(raw: Record<string, unknown>): BodyKeyView {
    const owner = raw.owner as string;
    const [validUntil, revokedAt] = [raw.valid_until as Date | null, raw.revoked_at as Date | null];
    const nodeName = owner === `node:${this.config.nodeId}` ? this.config.nodeName : owner;
    return {
      ...{ keyId: raw.key_id as string, ownerId: owner, ownerName: (raw.owner_name as string | null) ?? nodeName },
      ...{ use: raw.use as BodyKeyView['use'], validFrom: (raw.valid_from as Date).toISOString() },
      ...(validUntil && { validUntil: validUntil.toISOString() }),
      ...(revokedAt && { revokedAt: revokedAt.toISOString(), revokedReason: (raw.revoked_reason as string | null) ?? '' }),
      ...{ fingerprint: raw.fingerprint as string, held: raw.held as boolean, current: raw.current as boolean },
    };
  }
}

/** The one that its body works with now: the newest of those that are valid. */
const current = `
  key.revoked_at is null and key.valid_from <= now() and (key.valid_until is null or key.valid_until > now())
  and not exists (
    select 1 from body_key newer where newer.owner = key.owner and newer.use = key.use and newer.revoked_at is null
      and newer.valid_from > key.valid_from and newer.valid_from <= now() and (newer.valid_until is null or newer.valid_until > now()))`;
