import { sampleText } from '../../test/rendition/sample-text.js';
import { addresseesLine, imprintOf, movedAddressees } from './imprint.js';

const copies = [{ name: '水利部办公厅' }, { name: '自治区财政厅' }];
const printed = { printedBy: '水利厅办公室', printedOn: '2026-11-08' };

it('the addressees end with a full-width colon, one of them or many', () => {
  expect(addresseesLine(sampleText())).toBe('各地、州、市水利（水务）局，各流域管理机构：');
  expect(addresseesLine(sampleText({ addressees: [{ name: '自治区人民政府：' }] }))).toBe('自治区人民政府：');
});

it.each(['order', 'minutes'] as const)('a document of the form %s is addressed to nobody', (layout) => {
  expect(addresseesLine(sampleText({ layout }))).toBeNull();
});

it('the copies end with a full stop, and the day of printing with 印发', () => {
  expect(imprintOf(sampleText({ copies, ...printed }))).toEqual({
    ...{ copies: '水利部办公厅，自治区财政厅。', printer: '水利厅办公室', date: '2026年11月8日印发' },
  });
});

it('a letter names neither printer nor day', () => {
  expect(imprintOf(sampleText({ layout: 'letter', copies, ...printed }))).toEqual({
    copies: '水利部办公厅，自治区财政厅。',
    printer: null,
    date: null,
  });
});

it('what nobody has given is left out', () => {
  expect(imprintOf(sampleText())).toEqual({ copies: null, printer: null, date: null });
});

it('addressees that go to the 版记 end with a full stop', () => {
  expect(movedAddressees(sampleText())).toBe('各地、州、市水利（水务）局，各流域管理机构。');
});
