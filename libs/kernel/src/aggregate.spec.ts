import { defineFlow } from '@karez/contracts-kernel';
import { StatefulAggregate } from './aggregate.js';
import { DomainError } from './domain-error.js';
import { isId, newId } from './ids.js';

const flow = defineFlow('dry', { dry: ['wet'], wet: ['dry', 'closed'], closed: [] });
type State = keyof (typeof flow)['moves'];

class Filled {
  constructor(readonly litres: number) {}
}
class Well extends StatefulAggregate<Well, State> {
  protected readonly flow = flow;
  readonly id = newId();
  readonly version = 1;
  readonly eventSequence = 0;
  readonly state: State = 'dry';
  readonly litres: number = 0;
  fill(litres: number): void {
    this.moveTo('wet', { litres });
    this.record(new Filled(litres));
  }
  close(): void {
    this.moveTo('closed');
  }
}

it('moves along its flow and takes the change with it', () => {
  const well = new Well();
  well.fill(5);
  expect(well).toMatchObject({ state: 'wet', litres: 5 });
});

it('refuses a move outside the flow, names the state and what is allowed, and changes nothing', () => {
  const well = new Well();
  expect(() => well.close()).toThrow(new DomainError('state.move_refused'));
  try {
    well.close();
  } catch (error) {
    expect(error).toMatchObject({ code: 'state.move_refused', params: { from: 'dry', to: 'closed', allowed: 'wet' } });
  }
  expect(well.state).toBe('dry');
});

it('counts its events as they are taken, each once', () => {
  const well = new Well();
  well.fill(1);
  expect(well.takeEvents()).toEqual([{ event: new Filled(1) }]);
  expect(well.takeEvents()).toEqual([]);
  expect(well.eventSequence).toBe(1);
});

it('makes ids that sort by time', () => {
  const ids = Array.from({ length: 50 }, newId);
  expect(ids.every(isId)).toBe(true);
  expect([...ids].sort()).toEqual(ids);
});
