import { actsOn, deliveryStates, type ActFacts, type DeliveryState, type Side } from '@karez/contracts-exchange';
import { arrange } from './arrange-acts.js';

const facts: ActFacts = { revokeAsked: false, acknowledged: false, printQuota: 3, printed: 0, verified: true };
const arranged = (side: Side, state: DeliveryState, more: Partial<ActFacts> = {}) =>
  arrange({ side, state, acts: actsOn(side, state, { ...facts, ...more }, () => true) });

describe('acts on the bar', () => {
  it('are 签收, 拒收, and 退文 with its reason, before signing', () => {
    const { primary, others, unavailable } = arranged('recipient', 'delivered');
    expect(primary?.act).toBe('sign');
    expect(others.map(({ act, reason }) => [act, Boolean(reason)])).toEqual([
      ['reject', false],
      ['return', true],
    ]);
    expect(unavailable).toEqual([]);
  });

  it('keep 签收 in its place, refused, when a check has failed', () => {
    expect(arranged('recipient', 'delivered', { verified: false }).primary).toMatchObject({
      act: 'sign',
      reason: expect.any(String) as string,
    });
  });

  it('are only those that are possible once it is decided; the rest is said on demand', () => {
    const { primary, others, unavailable } = arranged('recipient', 'signed_for');
    expect(primary).toBeUndefined();
    expect(others.map(({ act }) => act)).toEqual(['return']);
    expect(unavailable.map(({ act }) => act)).toEqual(['sign', 'reject']);
  });

  it.each([
    ['delivered', 'urge'],
    ['stalled', 'resend'],
    ['rejected', 'reissue'],
    ['returned', 'acknowledge'],
    ['signed_for', undefined],
  ] as const)('of the sender begin, when it is %s, with %s', (state, act) => {
    expect(arranged('sender', state).primary?.act).toBe(act);
  });

  it.each(deliveryStates)('lose no offer and give none twice when it is %s', (state) => {
    for (const side of ['sender', 'recipient'] as const) {
      const { primary, others, print, unavailable } = arranged(side, state);
      const placed = [...(primary ? [primary] : []), ...others, ...(print ? [print] : []), ...unavailable].map(({ act }) => act);
      const offered = actsOn(side, state, facts, () => true).map(({ act }) => act);
      expect(placed.toSorted()).toEqual(offered.filter((act) => !act.endsWith('_revoke')).toSorted());
    }
  });
});
