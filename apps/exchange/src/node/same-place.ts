import type { NodeWant } from '@karez/contracts-exchange';

/** Whoever wants the same bytes again after they were sent is not getting on. */
export const samePlace = (one: NodeWant | undefined, other: NodeWant | undefined): boolean =>
  one?.sm3 === other?.sm3 && one?.offset === other?.offset;
