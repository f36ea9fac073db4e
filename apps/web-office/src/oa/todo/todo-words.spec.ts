import type { TodoCounts } from '@karez/contracts-oa';
import { numbersOf, shown } from './todo-words.js';

const counts: TodoCounts = {
  total: 6,
  more: false,
  cells: [
    { kind: 'meeting', lamp: 'red', count: 1 },
    { kind: 'meeting', lamp: 'none', count: 2 },
    { kind: 'delivery', lamp: 'red', count: 3 },
  ],
};
const sum = (numbers: ReadonlyMap<string, number>) => [...numbers.values()].reduce((all, each) => all + each, 0);

it('the kinds add up to the total, and so do the lamps', () => {
  const { total, kinds, lamps } = numbersOf(counts);
  expect([sum(kinds), sum(lamps)]).toEqual([total, total]);
  expect([kinds.get('meeting'), lamps.get('red'), lamps.get('green')]).toEqual([3, 4, 0]);
  expect(sum(numbersOf(undefined).kinds)).toBe(0);
});

it('a number that was not counted to the end says so', () => {
  expect([shown(1_000, true), shown(1_200, false), shown(7, true)]).toEqual(['999+', '1,200', '7']);
});
