import type { ReviewStep, StepTaken } from '@karez/contracts-portal';
import { type Actor, DomainError } from '@karez/kernel';

export interface UnderReview {
  readonly chain: readonly ReviewStep[];
  readonly steps: readonly StepTaken[];
  readonly writers: readonly string[];
  readonly orgId: string;
}

/**
 * 三审三校: each step by another person, and none by who wrote the text.
 * @throws DomainError `portal.edition.own_text`, `portal.edition.same_person`, `portal.edition.step_elsewhere`
 */
export function assertMayTake({ chain, steps, writers }: UnderReview, by: Actor): void {
  if (writers.includes(by.id)) throw new DomainError('portal.edition.own_text');
  const before = steps.find(({ byId }) => byId === by.id);
  if (before) throw new DomainError('portal.edition.same_person', { step: before.name });
  const next = chain[steps.length]!;
  if (next.orgId && next.orgId !== by.orgId) throw new DomainError('portal.edition.step_elsewhere', { step: next.name });
}
