import { type OrgChanged } from '@karez/contracts-identity';
import { newId } from '@karez/kernel';
import { creditCheckSign, isCreditCode } from './credit-code.js';
import { isDivisionCode, xinjiang } from './divisions.js';
import { Org } from './org.entity.js';
import { lineKindOf } from './org.policy.js';

const parentId = newId();
const facts = { name: '策勒县水利局', kind: 'county_bureau', parentId, position: 653_225, nameSort: 'ce4策' } as const;
const bureau = (): Org => Org.setUp({ ...facts, divisionCode: '653225' }, '2026-11-23');

it('says its whole public state whenever it changes', () => {
  const org = bureau();
  org.rename('策勒县水务局', 'ce4策');
  org.moveBelow('elsewhere');
  org.abolish('2026-12-01');
  const told = org.takeEvents().map(({ event }) => event as OrgChanged);
  expect(told.map(({ name, parentId: below, abolishedOn }) => [name, below, abolishedOn])).toEqual([
    ['策勒县水利局', parentId, null],
    ['策勒县水务局', parentId, null],
    ['策勒县水务局', 'elsewhere', null],
    ['策勒县水务局', 'elsewhere', '2026-12-01'],
  ]);
});

it('says its basins until it is abolished, and then the body that it was merged into', () => {
  const [basin, receiver] = [newId(), newId()];
  const org = Org.setUp({ ...facts, shortName: '策勒水利局', basinIds: [basin] }, '2026-11-23');
  org.rename('策勒县水务局', 'ce4策');
  org.abolish('2026-12-01', receiver);
  const told = org.takeEvents().map(({ event }) => event as OrgChanged);
  expect(told.map(({ shortName, basinIds, successorId }) => [shortName, basinIds, successorId])).toEqual([
    ['策勒水利局', [basin], null],
    ['策勒水利局', [basin], null],
    ['策勒水利局', [], receiver],
  ]);
});

it.each<[string, (org: Org) => void]>([
  ['renamed', (org) => org.rename('x', 'x')],
  ['moved', (org) => org.moveBelow('x')],
  ['abolished again', (org) => org.abolish('2027-01-01')],
])('is not %s once it is abolished', (_, act) => {
  const org = bureau();
  org.abolish('2026-12-01');
  expect(() => act(org)).toThrow('identity.org.abolished');
});

it('refuses a division that does not exist and a credit code with a wrong check sign', () => {
  expect(() => Org.setUp({ ...facts, divisionCode: '110101' }, '2026-11-23')).toThrow('identity.org.division_unknown');
  expect(() => Org.setUp({ ...facts, creditCode: '91350100M000100Y44' }, '2026-11-23')).toThrow('identity.org.credit_code_invalid');
});

it('finds every single wrong sign in a credit code', () => {
  const good = '91350100M000100Y43'; // the example of GB 32100
  expect(creditCheckSign(good.slice(0, 17))).toBe('3');
  expect(isCreditCode(good)).toBe(true);
  for (let place = 0; place < 18; place++) {
    for (const sign of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
      if (sign !== good[place]) expect(isCreditCode(good.slice(0, place) + sign + good.slice(place + 1))).toBe(false);
    }
  }
});

it('knows the divisions of Xinjiang', () => {
  const { prefectures, direct } = xinjiang();
  expect(prefectures).toHaveLength(14);
  expect(prefectures.flatMap(({ counties }) => counties).length + direct.length).toBe(108);
  expect(direct.map(({ name }) => name)).toContain('石河子市');
  expect(['650000', '653200', '653225', '659001'].every(isDivisionCode)).toBe(true);
  expect(['659000', '653299', '110000'].some(isDivisionCode)).toBe(false);
});

it.each([
  ['office', 'internal'],
  ['subordinate_unit', 'internal'],
  ['county_bureau', 'administrative'],
  ['basin_body', 'administrative'],
] as const)('hangs a %s into the line as %s', (kind, relation) => {
  expect(lineKindOf(kind)).toBe(relation);
});
