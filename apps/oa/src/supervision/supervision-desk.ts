import { Injectable } from '@nestjs/common';
import { scopeSql, type SqlPredicate } from '@karez/auth';
import { partStateWords, type SupervisionAct } from '@karez/contracts-oa';
import { type Actor, DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { SupervisionItem } from './supervision-item.entity.js';
import { type Part, SupervisionParts } from './supervision-parts.js';
import { assertActIn, supervisionRules } from './supervision.policy.js';

/** Items that a reader sees: those of bodies in reach, those that such a body has a part of, those that the reader leads. */
export function supervisionScope(actor: Actor): SqlPredicate {
  const owned = scopeSql(actor, 'oa.supervision.read', { org: 'item.org_id' });
  const handled = scopeSql(actor, 'oa.supervision.read', { org: 'part.org_id' });
  const parts = `exists (select 1 from supervision_part part where part.item_id = item.id and ${handled.sql})`;
  return { sql: `(${owned.sql} or item.leader_id = :readerId or ${parts})`, params: { ...owned.params, readerId: actor.id } };
}

export interface Held {
  readonly item: SupervisionItem;
  readonly parts: readonly Part[];
}

/** An item as a command holds it: locked, visible to the caller, in a state that the act belongs to, and on the caller's side. */
@Injectable()
export class SupervisionDesk {
  constructor(private readonly parts: SupervisionParts) {}

  /** @throws DomainError `not_found`, `auth.out_of_scope`, `oa.supervision.act_refused` */
  async load(tx: Tx, itemId: string, act: SupervisionAct): Promise<Held> {
    const { actor } = tx.ctx;
    const { sql, params } = supervisionScope(actor);
    const query = tx.manager.createQueryBuilder(SupervisionItem, 'item').where('item.id = :itemId', { itemId }).andWhere(sql, params);
    const item = await query.setLock('pessimistic_write', undefined, ['item']).getOne();
    if (!item) throw new DomainError('not_found', { id: itemId });
    const parts = await this.parts.of(tx.manager, itemId, actor);
    if (!(await this.#onSide(tx, { item, parts }, act))) throw new DomainError('auth.out_of_scope');
    assertActIn(item.state, act);
    return { item, parts };
  }

  /** @throws DomainError `not_found` for another body's part, `oa.supervision.part_refused` for one in another state */
  partOf({ parts }: Held, partId: string, states: readonly Part['state'][]): Part {
    const part = parts.find(({ id }) => id === partId);
    if (!part?.mine) throw new DomainError('not_found', { id: partId });
    if (!states.includes(part.state)) throw new DomainError('oa.supervision.part_refused', { state: partStateWords[part.state] });
    return part;
  }

  async #onSide(tx: Tx, { item, parts }: Held, act: SupervisionAct): Promise<boolean> {
    const { needs, side } = supervisionRules[act];
    if (side === 'part') return parts.some(({ mine, state }) => mine && state !== 'returned');
    if (side === 'lead') return item.leadOrgId !== null && tx.reaches(needs, item.leadOrgId);
    const leads = needs === 'oa.supervision.approve' && item.leaderId === tx.ctx.actor.id;
    return leads || tx.reaches(needs, item.orgId);
  }
}
