import type { FastifyReply } from 'fastify';
import { EventEmitter } from 'node:events';
import { Capacity } from './capacity.js';

const answer = (): FastifyReply => ({ raw: new EventEmitter() }) as unknown as FastifyReply;

it('refuses above the bound and has room again when an answer is out', () => {
  const capacity = new Capacity(4);
  const [first] = [answer(), answer()].map((reply) => (capacity.enter('a', reply), reply));
  ['b', 'b'].forEach((service) => capacity.enter(service, answer()));
  expect(() => capacity.enter('c', answer())).toThrow('service.overloaded');
  first!.raw.emit('close');
  capacity.enter('c', answer());
  expect(capacity.underWay).toBe(4);
});

it('leaves half of it to the others when one service hangs', () => {
  const capacity = new Capacity(4);
  ['a', 'a'].forEach((service) => capacity.enter(service, answer()));
  expect(() => capacity.enter('a', answer())).toThrow('service.overloaded');
  capacity.enter('b', answer());
});
