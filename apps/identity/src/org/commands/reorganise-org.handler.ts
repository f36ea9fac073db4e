import { Injectable } from '@nestjs/common';
import type { OrgView, ReorganiseOrg } from '@karez/contracts-identity';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { chinaDate } from '../../china-date.js';
import { invalidField } from '../../invalid-field.js';
import { Org } from '../org.entity.js';
import { lockGraph } from '../org-graph.js';
import { recordHistory } from '../org-history.js';
import { orgView } from '../org.view.js';
import { actNames, assertComplete, reorganise, type Reorganisation } from '../reorganisation.js';

/** Kind of the task that carries out a reorganisation on a later day. */
export const reorganiseTask = 'identity.reorganise';

/** 更名, 划转, 合并, 撤销: at once, or noted for the day it takes effect. */
@Injectable()
export class ReorganiseOrgHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(request: ReorganiseOrg, ctx: Ctx): Promise<OrgView> {
    assertComplete(request);
    return this.unitOfWork.run(ctx, async (tx) => {
      await lockGraph(tx.manager);
      const org = await tx.loadInScope(Org, request.orgId, 'identity.org.write', (alias) => ({ org: `${alias}.id` }));
      if (request.targetId) await tx.loadInScope(Org, request.targetId, 'identity.org.write', (alias) => ({ org: `${alias}.id` }));
      if (request.version !== undefined && request.version !== org.version)
        throw new DomainError('state.version_changed', {}, { version: org.version });
      const today = chinaDate(ctx.now);
      const day = request.effectiveOn ?? today;
      if (day < org.validFrom) throw invalidField('effectiveOn', 'minDate', `不能早于机构设立之日 ${org.validFrom}`);
      const { orgId, act, name, targetId, reason } = request;
      const change: Reorganisation = {
        orgId,
        act,
        day,
        reason,
        by: { id: ctx.actor.id, name: ctx.actor.name },
        ...(name ? { name } : {}),
        ...(targetId ? { targetId } : {}),
      };
      if (day > today) await plan(tx, org, change);
      else await reorganise(tx, change);
      return orgView(tx.manager, ctx.actor, org.id);
    });
  }
}

/** Midnight of that day in the office. */
const beginningOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

async function plan(tx: Tx, org: Org, change: Reorganisation): Promise<void> {
  org.assertStanding();
  await tx.schedule(reorganiseTask, beginningOf(change.day), change);
  await recordHistory(tx, org.id, 'plan', `拟于 ${change.day} ${actNames[change.act]}。${change.reason}`, change.day);
  tx.touch('org', org.id);
}
