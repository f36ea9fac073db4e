import { itemFlow, type ItemAct, type ItemState } from '@karez/contracts-approval';
import { canMove } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';

/** @throws DomainError `approval.item.too_many_open` when a body has as many as it may */
export function assertRoom(open: number, limit: number): void {
  if (open >= limit) throw new DomainError('approval.item.too_many_open', { open, limit });
}

/** What somebody may do who holds the permission to write, or who does not. */
export const actsOn = (state: ItemState, mayWrite: boolean): ItemAct[] => (mayWrite && canMove(itemFlow, state, 'closed') ? ['close'] : []);
