import type { ReorganiseOrg } from '@karez/contracts-identity';
import { type Actor, DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { refusingDuplicate } from '../duplicates.js';
import { invalidField } from '../invalid-field.js';
import { transferPosts } from '../person/transfer.js';
import { sortKey } from '../reading.js';
import { Org } from './org.entity.js';
import { lockGraph, refreshClosure, relate, standsBelow, unrelate } from './org-graph.js';
import { recordHistory } from './org-history.js';
import { lineKindOf, lineKinds } from './org.policy.js';
import { writeOrgTerms } from './org-terms.js';

type Act = ReorganiseOrg['act'];
export const actNames: Readonly<Record<Act, string>> = { rename: '更名', move: '划转', merge: '合并', abolish: '撤销' };

/** One reorganisation as it is carried out: what, to which body, from which day, decided by whom. */
export interface Reorganisation extends Pick<ReorganiseOrg, 'orgId' | 'act' | 'name' | 'targetId' | 'reason'> {
  readonly day: string;
  readonly by: Pick<Actor, 'id' | 'name'>;
}

/** @throws DomainError `request.invalid` when the act lacks what it needs */
export function assertComplete({ act, name, targetId }: ReorganiseOrg): void {
  if (act === 'rename' && !name) throw invalidField('name', 'isNotEmpty', '请填写新名称');
  if ((act === 'move' || act === 'merge') && !targetId)
    throw invalidField('targetId', 'isNotEmpty', act === 'move' ? '请选择新的上级机构' : '请选择并入的机构');
}

/**
 * Carries a reorganisation out: the body's row, the dated relations, the closure, the people, the history.
 * @throws DomainError `identity.org.abolished`, `identity.org.name_taken`, `identity.org.cycle`, `identity.org.has_members`
 */
export async function reorganise(tx: Tx, change: Reorganisation): Promise<void> {
  await lockGraph(tx.manager);
  const org = await tx.load(Org, change.orgId);
  org.assertStanding();
  const target = change.targetId && (change.act === 'move' || change.act === 'merge') ? await tx.load(Org, change.targetId) : undefined;
  target?.assertStanding();
  switch (change.act) {
    case 'rename':
      return rename(tx, org, change);
    case 'move':
      return move(tx, org, target!, change);
    case 'merge':
      return merge(tx, org, target!, change);
    case 'abolish':
      return abolish(tx, org, change);
  }
}

async function rename(tx: Tx, org: Org, { name = '', reason, day, by }: Reorganisation): Promise<void> {
  const before = org.name;
  org.rename(name, sortKey(name));
  await save(tx, org);
  await writeOrgTerms(tx.manager, org);
  await recordHistory(tx, org.id, 'rename', `更名：${before} → ${name}。${reason}`, day, by as Actor);
}

async function move(tx: Tx, org: Org, target: Org, { reason, day, by }: Reorganisation): Promise<void> {
  if (await standsBelow(tx.manager, target.id, org.id)) throw new DomainError('identity.org.cycle');
  await hang(tx, org, target, day);
  await recordHistory(tx, org.id, 'move', `划转：归 ${target.name} 管理。${reason}`, day, by as Actor);
}

/** Everybody and everything below goes to the receiving body; what people were allowed in their old posts is not carried over. */
async function merge(tx: Tx, org: Org, target: Org, { reason, day, by }: Reorganisation): Promise<void> {
  if (await standsBelow(tx.manager, target.id, org.id)) throw new DomainError('identity.org.cycle');
  const children = await tx.manager.find(Org, { where: { parentId: org.id }, order: { position: 'ASC' } });
  for (const child of children.filter(({ abolishedOn }) => !abolishedOn)) await hang(tx, child, target, day);
  await transferPosts(tx, org.id, target, day);
  await close(tx, org, day, target.id);
  await recordHistory(tx, org.id, 'merge', `并入：${target.name}。${reason}`, day, by as Actor);
  await recordHistory(tx, target.id, 'merge', `接收并入：${org.name}。${reason}`, day, by as Actor);
}

async function abolish(tx: Tx, org: Org, { reason, day, by }: Reorganisation): Promise<void> {
  const [{ people, children }] = await tx.manager.query<[{ people: number; children: number }]>(
    `select (select count(distinct person_id)::int from post where org_id = $1 and valid_to is null) as people,
       (select count(*)::int from org where parent_id = $1 and abolished_on is null) as children`,
    [org.id],
  );
  if (people || children) throw new DomainError('identity.org.has_members', { people, children });
  await close(tx, org, day);
  await recordHistory(tx, org.id, 'abolish', `撤销。${reason}`, day, by as Actor);
}

async function hang(tx: Tx, org: Org, target: Org, day: string): Promise<void> {
  org.moveBelow(target.id);
  await save(tx, org);
  await unrelate(tx.manager, org.id, lineKinds, day);
  await relate(tx.manager, { kind: lineKindOf(org.kind), parentId: target.id, childId: org.id }, day);
  await refreshClosure(tx.manager, [org.id]);
}

/** The line upwards stays, so that whoever could see the body can still read its history. */
async function close(tx: Tx, org: Org, day: string, successorId?: string): Promise<void> {
  org.abolish(day, successorId);
  await tx.save(org);
  await unrelate(tx.manager, org.id, ['guidance', 'basin'], day);
  await refreshClosure(tx.manager, [org.id]);
}

const save = (tx: Tx, org: Org): Promise<void> =>
  refusingDuplicate({ org_name: new DomainError('identity.org.name_taken', { name: org.name }) }, () => tx.save(org));
