import { Injectable } from '@nestjs/common';
import type { CreateOrg, OrgView } from '@karez/contracts-identity';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { chinaDate } from '../../china-date.js';
import { refusingDuplicate } from '../../duplicates.js';
import { sortKey } from '../../reading.js';
import { Org } from '../org.entity.js';
import { lockGraph, refreshClosure, relate } from '../org-graph.js';
import { recordHistory } from '../org-history.js';
import { lineKindOf } from '../org.policy.js';
import { writeOrgTerms } from '../org-terms.js';
import { orgView } from '../org.view.js';

/** 设立机构, below a body within the caller's reach. */
@Injectable()
export class CreateOrgHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(request: CreateOrg, ctx: Ctx): Promise<OrgView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await lockGraph(tx.manager);
      const parent = await tx.loadInScope(Org, request.parentId, 'identity.org.write', (org) => ({ org: `${org}.id` }));
      parent.assertStanding();
      const day = chinaDate(ctx.now);
      const position = await positionBelow(tx, parent, request.divisionCode);
      const org = Org.setUp({ ...request, parentId: parent.id, position, nameSort: sortKey(request.name) }, day);
      const refusals = {
        org_name: new DomainError('identity.org.name_taken', { name: org.name }),
        org_credit_code: new DomainError('identity.org.credit_code_taken'),
      };
      await refusingDuplicate(refusals, () => tx.save(org));
      await writeOrgTerms(tx.manager, org);
      await relate(tx.manager, { kind: lineKindOf(org.kind), parentId: parent.id, childId: org.id }, day);
      await refreshClosure(tx.manager, [org.id]);
      await recordHistory(tx, org.id, 'create', `设立：${org.name}`, day);
      return orgView(tx.manager, ctx.actor, org.id);
    });
  }
}

/** A body of a division stands where the division list has it, any other behind its siblings. */
async function positionBelow(tx: Tx, parent: Org, divisionCode: string | undefined): Promise<number> {
  if (divisionCode) return Number(divisionCode);
  const [{ last }] = await tx.manager.query<[{ last: number | null }]>('select max(position)::int as last from org where parent_id = $1', [
    parent.id,
  ]);
  return (last ?? parent.position) + 1;
}
