import { scopeSql } from '@karez/auth';
import type { Permission } from '@karez/contracts-kernel';
import { type Actor, DomainError } from '@karez/kernel';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { ApprovalCase } from './case.entity.js';

const reading: Permission = 'approval.case.read';

/** Whose cases staff see: those that a body in their reach took in, or takes part in; and those that were handed to them by name. */
export function inSight<Q extends SelectQueryBuilder<ObjectLiteral>>(query: Q, actor: Actor, alias = 'kase'): Q {
  const { sql, params } = scopeSql(actor, reading, { org: 'part.org_id' });
  query.andWhere(sql === '(true)' ? 'true' : `exists (select 1 from case_body part where part.case_id = ${alias}.id and ${sql})`, params);
  return query;
}

/** A case that the caller may see; another's is as unknown as none. @throws DomainError `not_found` */
export async function seen(manager: EntityManager, caseId: string, actor: Actor): Promise<ApprovalCase> {
  const kase = await manager.findOneBy(ApprovalCase, { id: caseId });
  if (kase && (await sees(manager, kase, actor))) return kase;
  throw new DomainError('not_found', { id: caseId });
}

async function sees(manager: EntityManager, kase: ApprovalCase, actor: Actor): Promise<boolean> {
  if (actor.realm === 'applicant') return kase.applicantId === actor.id;
  // a draft is the applicant's alone
  if (kase.submittedAt === null) return false;
  const query = manager.createQueryBuilder().select('1', 'one').from(ApprovalCase, 'kase').where('kase.id = :id', { id: kase.id });
  if (await inSight(query, actor).getRawOne()) return true;
  const [handed] = await manager.query<unknown[]>(
    'select 1 from workflow_task where instance_id = $1 and (assignee_id = $2 or delegate_id = $2) limit 1',
    [kase.instanceId, actor.id],
  );
  return handed !== undefined;
}
