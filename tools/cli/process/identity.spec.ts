import { bornFromStat, identify, isAlive } from './identity.ts';

const stat = (name: string, state = 'S'): string => `4711 (${name}) ${state} 1 4711 4711 0 -1 4194304 ${'0 '.repeat(12)}${'98765'} 0 0`;

it('finds the start time behind a name with spaces and brackets', () => {
  expect(bornFromStat(stat('node (worker) 1'))).toBe('98765');
});

it('takes a process that ended and waits for its parent for dead', () => {
  expect(bornFromStat(stat('node', 'Z'))).toBeUndefined();
});

it('does not mistake a later process with the same pid for the earlier one', () => {
  const self = identify(process.pid);
  expect(isAlive(self)).toBe(true);
  expect(isAlive({ pid: process.pid, born: 'another boot:1' })).toBe(false);
  expect(isAlive(undefined)).toBe(false);
});
