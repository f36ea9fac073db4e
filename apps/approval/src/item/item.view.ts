import { holds } from '@karez/auth';
import type { ItemView } from '@karez/contracts-approval';
import type { Actor } from '@karez/kernel';
import type { Item } from './item.entity.js';
import { actsOn } from './item.policy.js';

export const itemColumns = ['id', 'name', 'state', 'orgId', 'registeredAt', 'closedAt', 'closedReason', 'version'] as const;
export type ItemFacts = Pick<Item, (typeof itemColumns)[number]>;

export function itemView(facts: ItemFacts, reader: Actor): ItemView {
  const { id, name, state, orgId, registeredAt, closedAt, closedReason, version } = facts;
  return {
    ...{ id, name, state, orgId, registeredAt: registeredAt.toISOString(), version },
    ...(closedAt ? { closedAt: closedAt.toISOString() } : {}),
    ...(closedReason ? { closedReason } : {}),
    acts: actsOn(state, holds(reader, 'approval.item.write')),
  };
}
