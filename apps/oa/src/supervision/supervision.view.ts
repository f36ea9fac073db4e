import type { SupervisionPartView, SupervisionRow } from '@karez/contracts-oa';
import type { WorkingCalendar } from '@karez/kernel';
import type { SupervisionItem } from './supervision-item.entity.js';
import type { Part } from './supervision-parts.js';
import { lampOf } from './supervision.policy.js';

export type RowOf = Pick<
  SupervisionItem,
  'id' | 'number' | 'title' | 'source' | 'state' | 'dueAt' | 'orgId' | 'leadOrgId' | 'urged' | 'registeredAt' | 'closedAt'
>;
interface Names {
  readonly orgName: string | undefined;
  readonly leadOrgName: string | undefined;
}

export function supervisionRow(item: RowOf, { orgName = '', leadOrgName }: Names, calendar: WorkingCalendar, now: Date): SupervisionRow {
  const { id, number, title, source, state, dueAt, orgId, leadOrgId, urged, registeredAt, closedAt } = item;
  return {
    ...{ id, title, source, state, ...lampOf({ state, dueAt }, calendar, now), dueAt: dueAt.toISOString(), orgId, orgName, urged },
    ...(number && { number }),
    ...(leadOrgId && { leadOrgId, leadOrgName: leadOrgName ?? '' }),
    registeredAt: registeredAt.toISOString(),
    ...(closedAt && { closedAt: closedAt.toISOString() }),
  };
}

export function partView(part: Part): SupervisionPartView {
  const { id, orgId, orgName, role, content, dueAt, state, handlerId, handlerName, acceptedAt, returnReason, progress, mine } = part;
  return {
    ...{ id, orgId, orgName, role, content, dueAt: dueAt.toISOString(), state, progress, mine },
    ...(handlerId && { handlerId }),
    ...(handlerName && { handlerName }),
    ...(acceptedAt && { acceptedAt: acceptedAt.toISOString() }),
    ...(returnReason && { returnReason }),
  };
}
