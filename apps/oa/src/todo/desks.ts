import { Injectable } from '@nestjs/common';
import { deskPermissions, type TodoKind } from '@karez/contracts-oa';
import type { Actor, Ctx } from '@karez/kernel';
import type { EntityManager } from 'typeorm';
import { StandIns } from '../delegation/stand-ins.js';

/** A place where the caller's work lies. */
export interface Desk {
  readonly desk: string;
  readonly of: 'person' | 'org';
  /** Only these, where somebody's work is taken over in part. */
  readonly kinds?: readonly TodoKind[];
}

/**
 * The desks of the caller: the own, those of the bodies that a grant names with a permission that opens them, and those of people who have
 * the caller stand in. A grant that reaches everything below shows nobody the work of every office below: only the bodies it names.
 */
@Injectable()
export class Desks {
  constructor(private readonly standIns: StandIns) {}

  async of(manager: EntityManager, { actor, now }: Pick<Ctx, 'actor' | 'now'>): Promise<Desk[]> {
    const entrusted = await this.standIns.entrustedTo(manager, actor.id, now);
    return [
      { desk: actor.id, of: 'person' },
      ...bodyDesks(actor),
      ...entrusted.map(({ fromId, kinds }): Desk => ({ desk: fromId, of: 'person', ...(kinds.length > 0 && { kinds }) })),
    ];
  }
}

export function bodyDesks({ orgId, grants }: Actor): Desk[] {
  const desks = new Set<string>();
  for (const { permissions, scope, orgIds } of grants) {
    const bodies = scope === 'all' ? (orgId ? [orgId] : []) : scope === 'self' ? [] : orgIds;
    for (const permission of deskPermissions)
      if (permissions.includes(permission)) for (const body of bodies) desks.add(`${body} ${permission}`);
  }
  return [...desks].map((desk) => ({ desk, of: 'org' }));
}

interface Ranges {
  /** One branch for each desk, to be merged in the order of an index; `todo` outside. */
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}
/** The open rows of the desks. `each` may cut a branch: `order by … limit …`. */
export function openOn(desks: readonly Desk[], each = ''): Ranges {
  const params: Record<string, unknown> = {};
  const branches = desks.map(({ desk, kinds }, index) => {
    params[`desk_${index}`] = desk;
    if (kinds) params[`kinds_${index}`] = kinds;
    const scope = kinds ? ` and kind = any(:kinds_${index})` : '';
    return `(select ${index} as branch, * from todo where desk = :desk_${index} and state = 'open'${scope} ${each})`;
  });
  return { sql: `(${branches.join(' union all ')})`, params };
}
