import { askDecisionTable, checkForm, checkItemSheet } from '@karez/contracts-approval';
import { items } from './items.js';

it.each(items.map((item) => [item.code, item] as const))('%s is an item that an import would take', (_code, item) => {
  expect(checkItemSheet(JSON.parse(JSON.stringify(item)) as Record<string, unknown>)).toEqual({
    sheet: expect.objectContaining({ code: item.code }),
  });
});

it.each([
  [5, 0, 'report'],
  [4.99, 50_000, 'report'],
  [4.99, 49_999, 'form'],
  [0.5, 0, 'form'],
  [0, 1_000, 'form'],
  [0.49, 999, 'none'],
  [0, 0, 'none'],
])('says of %d hectares and %d cubic metres: %s', (area, earthwork, outcome) => {
  expect(askDecisionTable(items.find(({ decisionTable }) => decisionTable?.name === '水土保持方案类别')!.decisionTable!, { area, earthwork })?.outcome).toBe(outcome); // prettier-ignore
});

it('asks for the depth of a well only where there is one', () => {
  const { form } = items[0]!;
  const filled = { projectName: '引水', place: '策勒', annual: 3, purpose: '灌溉' };
  expect(checkForm(form, { ...filled, source: 'surface' })).toEqual([]);
  expect(checkForm(form, { ...filled, source: 'ground' }).map(({ field }) => field)).toEqual(['wellDepth']);
  expect(checkForm(form, { ...filled, source: 'surface', annual: 0 }).map(({ code }) => code)).toEqual(['rule']);
});
