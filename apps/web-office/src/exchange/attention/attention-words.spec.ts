import { attentionHref, attentionWord } from './attention-words.js';

describe('matters that need a person', () => {
  it.each(['stalled', 'peer', 'key', 'dead_letter', 'returned', 'rejected', 'unheard_of'])('%s is said without its code', (kind) => {
    expect(attentionWord({ kind })).toMatch(/^[\u4e00-\u9fff]+$/);
  });

  it('lead to where one acts', () => {
    expect(attentionHref({ kind: 'stalled', deliveryId: 'a', dispatchId: 'b' })).toBe('/exchange/sent/b');
    expect(attentionHref({ kind: 'returned', deliveryId: 'a' })).toBe('/exchange/deliveries/a');
    expect(attentionHref({ kind: 'peer' })).toBe('/exchange/peers');
    expect(attentionHref({ kind: 'key' })).toBe('/exchange/keys');
    expect(attentionHref({ kind: 'dead_letter' })).toBeUndefined();
  });
});
