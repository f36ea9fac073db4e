import { Injectable } from '@nestjs/common';
import { holds } from '@karez/auth';
import { type EditionAct, editionActRules } from '@karez/contracts-portal';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { Edition } from './edition.entity.js';

/** Loads an edition for an act, held until the commit. */
@Injectable()
export class EditionDesk {
  /**
   * An edition whose unit the caller reaches with the permission of the act; for a review also one that waits for the caller's own body.
   * @throws DomainError `not_found`
   */
  async load(tx: Tx, editionId: string, act: EditionAct): Promise<Edition> {
    const { needs } = editionActRules[act];
    const { actor } = tx.ctx;
    if (needs === 'portal.article.review' && holds(actor, needs) && actor.orgId) {
      const waiting = await tx.manager.countBy(Edition, { id: editionId, waitsFor: actor.orgId });
      if (waiting) return tx.load(Edition, editionId);
    }
    return tx.loadInScope(Edition, editionId, needs, (alias) => ({ org: `${alias}.org_id` }));
  }

  /** @throws DomainError `auth.out_of_scope` when the column belongs to a unit that the caller does not write for */
  async assertWritesFor(tx: Tx, orgId: string): Promise<void> {
    if (!(await tx.reaches('portal.article.write', orgId))) throw new DomainError('auth.out_of_scope');
  }
}
