import { Injectable } from '@nestjs/common';
import type { TodoKind } from '@karez/contracts-oa';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';

/** Somebody whose work another does for a while; without kinds all of it. */
export interface Entrusted {
  readonly fromId: string;
  readonly fromName: string;
  readonly kinds: readonly TodoKind[];
}
/** Whom an act is done for: what a handling record keeps, and 甲（乙代） as people read it. */
export interface OnBehalfOf {
  readonly id: string;
  readonly name: string;
}
export const standInWords = (name: string, actorName: string): string => `${name}（${actorName}代）`;

/** Who may act for whom now. Handlers ask here before they refuse somebody who does not hold the step. */
@Injectable()
export class StandIns {
  /** Whose work the person may do at this moment. */
  async entrustedTo(manager: EntityManager, personId: string, now: Date): Promise<Entrusted[]> {
    return manager.query<Entrusted[]>(
      `select from_id as "fromId", coalesce(person.name, '') as "fromName", kinds from delegation
       left join person_copy person on person.id = from_id
       where to_id = $1 and delegation.state = 'granted' and from_at <= $2 and until_at > $2 order by granted_at`,
      [personId, now],
    );
  }

  /**
   * For whom the caller acts in a step that `holderId` holds: nobody else when it is the caller's own.
   * @throws DomainError `oa.delegation.ended` when the caller stood in for the holder and no longer does, else `auth.out_of_scope`
   */
  async actingFor(
    { manager, ctx: { actor, now } }: Pick<Tx, 'manager' | 'ctx'>,
    holderId: string,
    kind: TodoKind,
  ): Promise<OnBehalfOf | undefined> {
    if (holderId === actor.id) return undefined;
    const found = (await this.entrustedTo(manager, actor.id, now)).find(
      ({ fromId, kinds }) => fromId === holderId && (kinds.length === 0 || kinds.includes(kind)),
    );
    if (found) return { id: found.fromId, name: found.fromName };
    const [ended] = await manager.query<{ at: Date; name: string | null }[]>(
      `select least(until_at, coalesce(revoked_at, until_at)) as at, person.name from delegation
       left join person_copy person on person.id = from_id
       where to_id = $1 and from_id = $2 and from_at <= $3 and (delegation.state = 'revoked' or until_at <= $3)
         and (cardinality(kinds) = 0 or $4 = any(kinds)) order by 1 desc limit 1`,
      [actor.id, holderId, now, kind],
    );
    if (ended) throw new DomainError('oa.delegation.ended', { name: ended.name ?? '', at: chinaTime(ended.at) });
    throw new DomainError('auth.out_of_scope');
  }
}

const chinaTime = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(at);
