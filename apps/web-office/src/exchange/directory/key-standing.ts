/** A month before the end somebody must see to a new one. */
const soonMs = 30 * 86_400_000;

export type KeyStanding = 'none' | 'over' | 'soon' | 'good';

/** How a key stands by the end of its validity; without one there is no key in force. */
export function keyStanding(validUntil: string | undefined, now = new Date()): KeyStanding {
  if (!validUntil) return 'none';
  const left = new Date(validUntil).getTime() - now.getTime();
  return left <= 0 ? 'over' : left < soonMs ? 'soon' : 'good';
}
