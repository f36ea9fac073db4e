import type { BodyKeyView } from '@karez/contracts-exchange';
import { keyStanding } from '../directory/key-standing.js';

export type KeyPhase = 'revoked' | 'over' | 'soon' | 'current' | 'former';

/** Where a key is in its life. A former key signs nothing new; what it has signed still verifies. */
export function keyPhase(
  { revokedAt, validUntil, current }: Pick<BodyKeyView, 'revokedAt' | 'validUntil' | 'current'>,
  now: Date,
): KeyPhase {
  if (revokedAt) return 'revoked';
  const standing = validUntil ? keyStanding(validUntil, now) : 'good';
  if (standing === 'over') return 'over';
  if (!current) return 'former';
  return standing === 'soon' ? 'soon' : 'current';
}
