import { noticeFlow, type NoticeAct, type NoticeState } from '@karez/contracts-oa';
import { canMove } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';

/** @throws DomainError `oa.notice.too_many_open` when a body has as many as it may */
export function assertRoom(open: number, limit: number): void {
  if (open >= limit) throw new DomainError('oa.notice.too_many_open', { open, limit });
}

/** What somebody may do who holds the permission to write, or who does not. */
export const actsOn = (state: NoticeState, mayWrite: boolean): NoticeAct[] =>
  mayWrite && canMove(noticeFlow, state, 'closed') ? ['close'] : [];
