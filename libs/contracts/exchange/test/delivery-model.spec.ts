import { custodyStates, deliveryStates } from '../src/index.js';
import { deliveryModel, type Mutation, type World } from './delivery-model.js';
import { type Exploration, Explorer } from './explorer.js';

const explored = (mutation?: Mutation): Exploration<World> => new Explorer(deliveryModel(mutation)).explore();

describe('the delivery table, in every order of events between two nodes,', () => {
  const { states, steps, violation, stuck, stuckTrace } = explored();

  it('holds I1 to I5', () => {
    process.stdout.write(`delivery model: ${states.length} states, ${steps} steps\n`);
    expect(violation).toBeUndefined();
  });

  it('can come to rest from every state', () => expect([stuck, stuckTrace]).toEqual([0, undefined]));

  it('leaves no state out of the exploration, and meets the races', () => {
    expect(new Set(states.map(({ mirror }) => mirror))).toEqual(new Set(deliveryStates));
    expect(new Set(states.map(({ custody }) => custody))).toEqual(new Set(custodyStates));
    const met = (race: (world: World) => boolean) => states.some(race);
    expect(met(({ mirror, custody }) => mirror === 'recall_pending' && custody === 'signed_for')).toBe(true);
    // a tombstone, and the document that it keeps out still on its way
    expect(met(({ custody, inbox, channel }) => custody === 'recalled' && inbox === 0 && channel.includes('consign'))).toBe(true);
    expect(met(({ mirror, custody }) => mirror === 'in_flight' && custody === 'revoked')).toBe(false);
    expect(met(({ mirror, custody }) => mirror === 'in_flight' && custody === 'returned')).toBe(true);
  });
});

describe('without one of its rules the table fails:', () => {
  it.each<[string, Mutation, string, string]>([
    ['no tombstone', { noTombstone: true }, 'I2', '收 取出 recall'],
    ['recalled by the sender alone in flight', { localRecallInFlight: true }, 'I2', '请求撤回（本地）'],
    ['the receipt before the commit', { receiptBeforeCommit: true }, 'I3', '收到 custody'],
    ['no dedupe', { noDedupe: true }, 'I4', '另有副本'],
  ])('%s', (_, mutation, invariant, step) => {
    const { violation = 'nothing was broken' } = explored(mutation);
    expect(violation).toMatch(new RegExp(`^${invariant} `));
    expect(violation).toContain(step);
  });
});
