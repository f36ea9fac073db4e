import type { RecipientPreview } from '@karez/contracts-exchange';
import { choose, drop, idsOf, membersOf, nobody, roleIn, without } from './chosen.js';

const hami = { id: 'o1', name: '哈密市水利局' };
const turpan = { id: 'o2', name: '吐鲁番市水利局' };
const all = { id: 'group:prefectures', name: '全部地州市局', members: 14 };
const preview = (orgId: string, role: 'primary' | 'cc' = 'primary'): RecipientPreview => ({
  ...{ orgId, name: orgId, kind: 'prefecture_bureau', role, direction: 'downward' },
});

describe('a choice of recipients', () => {
  it('gives a body one role: chosen anew, it leaves the former one', () => {
    const chosen = choose(choose(nobody, 'primary', hami), 'cc', hami);
    expect(idsOf(chosen)).toEqual({ primary: [], cc: ['o1'] });
    expect(roleIn(chosen, 'o1')).toBe('cc');
  });

  it('names nobody twice, and keeps the order in which they were chosen', () => {
    const chosen = [hami, turpan, hami].reduce((now, body) => choose(now, 'primary', body), nobody);
    expect(idsOf(chosen)).toEqual({ primary: ['o1', 'o2'] });
  });

  it('counts a group by its members', () => {
    expect(membersOf(choose(choose(nobody, 'primary', all), 'report', turpan))).toBe(15);
    expect(membersOf(drop(choose(nobody, 'primary', all), all.id))).toBe(0);
  });
});

describe('taking one body out', () => {
  it('of a group writes the rest of that role out, and leaves the other roles', () => {
    const chosen = choose(choose(nobody, 'primary', all), 'cc', { id: 'o9', name: '某厅' });
    const left = without(chosen, [preview('o1'), preview('o2'), preview('o9', 'cc')], 'o1');
    expect(idsOf(left)).toEqual({ primary: ['o2'], cc: ['o9'] });
  });

  it('that was named itself leaves the groups as they are', () => {
    const chosen = choose(choose(nobody, 'primary', all), 'primary', hami);
    expect(idsOf(without(chosen, [preview('o1'), preview('o2')], 'o1'))).toEqual({ primary: ['group:prefectures'] });
  });

  it('that is not there changes nothing', () => {
    expect(without(nobody, [], 'o1')).toBe(nobody);
  });
});
