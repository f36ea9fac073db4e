import { onTab, readFilter, requestOf, writeFilter } from './inbox-filter.js';

const sender = '00000000-0000-7000-8000-000000000001';
const read = (search: string) => readFilter(new URLSearchParams(search));

describe('the filter in the address', () => {
  it('begins with what waits, by its deadline', () => {
    expect(read('')).toEqual({ tab: 'waiting', sort: 'due' });
    expect(writeFilter(read(''))).toBe('');
  });

  it.each([
    '?tab=signed',
    '?urgency=flash',
    `?sender=${sender}&from=${encodeURIComponent('哈密市水利局')}`,
    '?tab=all&q=%E6%B0%B4&sort=due',
    '?sort=-arrived',
  ])('comes back as it was written: %s', (search) => {
    expect(writeFilter(read(search))).toBe(search);
  });

  it.each(['?tab=secret', '?urgency=1', '?sender=me', '?q=%20', '?sort=title'])('leaves out what it does not know: %s', (search) => {
    expect(read(search)).toEqual({ tab: 'waiting', sort: 'due' });
  });

  it('asks the server for no more than it knows', () => {
    expect(requestOf(read(`?sender=${sender}&from=x&q=水&urgency=urgent`))).toEqual({
      ...{ tab: 'waiting', sort: 'due', senderId: sender, q: '水', urgency: 'urgent' },
    });
  });

  it('keeps the filter on another tab and takes that tab’s order', () => {
    expect(onTab(read('?urgency=flash'), 'all')).toEqual({ tab: 'all', sort: '-arrived', urgency: 'flash' });
  });
});
