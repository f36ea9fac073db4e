import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { NeedsPerson } from '@karez/contracts-exchange';
import { chinaDay, type Actor } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { renewalMs } from '../key/wanted-keys.js';
import { type KeyTrouble, keyWords } from './attention.words.js';

interface Standing {
  readonly name: string;
  readonly use: 'signature' | 'encryption';
  readonly keys: number;
  readonly current: boolean;
  readonly endsAt: Date | null;
  readonly revokedAt: Date | null;
}
const standings = `(
  select org.id, org.name, need.use, key.keys, coalesce(key.current, false) as current, key.ends_at, key.revoked_at
  from org_copy org cross join (values ('signature'), ('encryption')) need(use) cross join lateral (
    select count(*)::int as keys, bool_or(revoked_at is null and valid_from <= :now and valid_until > :now) as current,
      max(valid_until) filter (where revoked_at is null) as ends_at, max(revoked_at) as revoked_at
    from body_key where owner = org.id::text and use = need.use and wrapped is not null) key
  where org.kind <> 'office' and (org.abolished_on is null or org.abolished_on > :today::date)
    and not exists (select 1 from body_node node where node.org_id = org.id))`;

/** Bodies of this node that cannot sign or be written to, or soon cannot. */
@Injectable()
export class KeyAttention {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async of(actor: Actor, limit: number, now: Date): Promise<NeedsPerson[]> {
    const { sql, params } = scopeSql(actor, 'exchange.key.read', { org: 'body.id' });
    const bodies = await this.source
      .createQueryBuilder()
      .select('body.name', 'name')
      .addSelect('body.use', 'use')
      .addSelect('body.keys', 'keys')
      .addSelect('body.current', 'current')
      .addSelect('body.ends_at', 'endsAt')
      .addSelect('body.revoked_at', 'revokedAt')
      .from(standings, 'body')
      .where('(not body.current or body.ends_at < :endingBy)')
      .andWhere(sql, params)
      .setParameters({ now, today: chinaDay(now), endingBy: new Date(now.getTime() + renewalMs) })
      .orderBy('body.name')
      .addOrderBy('body.use')
      .limit(limit)
      .getRawMany<Standing>();
    return bodies.map((body) => {
      const { trouble, since } = troubleOf(body, now);
      return { kind: 'key', ...keyWords(body.name, body.use, trouble), since: since.toISOString() };
    });
  }
}

function troubleOf({ keys, current, endsAt, revokedAt }: Standing, now: Date): { readonly trouble: KeyTrouble; readonly since: Date } {
  if (keys === 0) return { trouble: 'missing', since: now };
  if (!current && revokedAt) return { trouble: 'revoked', since: revokedAt };
  if (!current) return { trouble: 'ended', since: endsAt ?? now };
  return { trouble: 'ending', since: new Date((endsAt ?? now).getTime() - renewalMs) };
}
