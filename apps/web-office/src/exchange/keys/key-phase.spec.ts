import { keyPhase } from './key-phase.js';

const now = new Date('2026-11-24T03:20:00Z');

describe('the life of a key', () => {
  it.each([
    [
      'a revoked key stays revoked, whatever its validity',
      { revokedAt: '2026-11-01T00:00:00Z', validUntil: '2028-01-01T00:00:00Z', current: true },
      'revoked',
    ],
    ['the current key asks for a new one a month before its end', { validUntil: '2026-12-10T00:00:00Z', current: true }, 'soon'],
    ['a former key near its end asks for nothing', { validUntil: '2026-12-10T00:00:00Z', current: false }, 'former'],
    ['a key past its end is over', { validUntil: '2026-11-23T00:00:00Z', current: true }, 'over'],
    ['a key without an end is current as long as it is used', { current: true }, 'current'],
  ] as const)('%s', (_, key, phase) => expect(keyPhase(key, now)).toBe(phase));
});
