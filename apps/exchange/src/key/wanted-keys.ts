import type { EntityManager } from 'typeorm';

/** A key that a body should have and has not. */
export interface WantedKey {
  readonly id: string;
  readonly name: string;
  readonly use: 'signature' | 'encryption';
  /** When the body's last key for this use ends; null when it never had one. */
  readonly endsAt: Date | null;
}
/** The next key is made this long before the last one ends: the other nodes learn of it before it is used. */
export const renewalMs = 30 * 86_400_000;

/**
 * Bodies of this node that exchange, without a key for one of the two uses that still stands when `$2` comes. Where the last key was
 * revoked, a person decides whether the body goes on (rotateKey): nothing is wanted.
 */
const wanted = `
  from org_copy org cross join (values ('signature'), ('encryption')) need(use)
    left join lateral (
      select valid_until, revoked_at from body_key where owner = org.id::text and use = need.use and wrapped is not null
      order by valid_until desc, key_id desc limit 1) last on true
  where org.kind <> 'office' and (org.abolished_on is null or org.abolished_on > $1::date)
    and not exists (select 1 from body_node node where node.org_id = org.id)
    and (last.valid_until is null or (last.revoked_at is null and last.valid_until < $2))`;

export async function anyKeyWanted(manager: EntityManager, today: string, endingBy: Date): Promise<boolean> {
  const [{ wanted: found }] = await manager.query<[{ wanted: boolean }]>(`select exists (select 1 ${wanted}) as wanted`, [today, endingBy]);
  return found;
}

export const wantedKeys = (manager: EntityManager, today: string, endingBy: Date, limit: number): Promise<WantedKey[]> =>
  manager.query(`select org.id, org.name, need.use, last.valid_until as "endsAt" ${wanted} order by org.id, need.use limit $3`, [
    ...[today, endingBy, limit],
  ]);

/** One at a time on this node's keys: replicas would make two of each. */
export const lockKeys = (manager: EntityManager): Promise<unknown> =>
  manager.query(`select pg_advisory_xact_lock(hashtext('exchange.body_key'))`);
