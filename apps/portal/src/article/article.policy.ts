import { articleFlow, type ArticleAct, type ArticleState } from '@karez/contracts-portal';
import { canMove } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';

/** @throws DomainError `portal.article.too_many_open` when a body has as many as it may */
export function assertRoom(open: number, limit: number): void {
  if (open >= limit) throw new DomainError('portal.article.too_many_open', { open, limit });
}

/** What somebody may do who holds the permission to write, or who does not. */
export const actsOn = (state: ArticleState, mayWrite: boolean): ArticleAct[] =>
  mayWrite && canMove(articleFlow, state, 'closed') ? ['close'] : [];
