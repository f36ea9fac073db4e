import type { Permission } from '@karez/contracts-kernel';
import type { Actor } from '@karez/kernel';
import { abilityOf, type Reach } from './access.js';

/** The SQL expressions of a row that say whose it is: `person.home_org_id`. Never from user input. */
export interface Owner {
  readonly org?: string;
  readonly person?: string;
  /** What the parameters are called where the predicates of two permissions meet in one query; `scope` unless told. */
  readonly name?: string;
}
export interface SqlPredicate {
  readonly sql: string;
  /** Named parameters as TypeORM's query builder takes them. */
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * What of a table the actor may touch with one permission: the actor's CASL rules compiled to one predicate over the
 * table `org_closure(relation, ancestor_id, descendant_id)` that every service keeps. Without a rule the predicate is `false`.
 */
export function scopeSql(actor: Actor, permission: Permission, owner: Owner): SqlPredicate {
  const params: Record<string, unknown> = {};
  const reaches = abilityOf(actor)
    .rulesFor(permission, 'record')
    .map((rule) => rule.conditions as Reach);
  const parts = reaches.map((reach, index) => predicate(reach, owner, actor, `${owner.name ?? 'scope'}_${index}`, params));
  return { sql: parts.length ? `(${parts.join(' or ')})` : 'false', params };
}

function predicate({ scope, orgIds }: Reach, owner: Owner, actor: Actor, name: string, params: Record<string, unknown>): string {
  if (scope === 'all') return 'true';
  if (scope === 'self') {
    if (!owner.person) return 'false';
    params[name] = actor.id;
    return `${owner.person} = :${name}`;
  }
  if (!owner.org) return 'false';
  params[name] = [...orgIds];
  if (scope === 'unit' || scope === 'listed') return `${owner.org} = any(:${name}::uuid[])`;
  const relation = scope === 'basin' ? 'basin' : 'line';
  return `exists (select 1 from org_closure reach where reach.relation = '${relation}' and reach.ancestor_id = any(:${name}::uuid[]) and reach.descendant_id = ${owner.org})`;
}
