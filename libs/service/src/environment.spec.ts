import { readEnvironment } from './environment.js';

it('is strict unless told otherwise', () => {
  expect(readEnvironment({ KAREZ_NATS_URL: 'nats://x' })).toMatchObject({ mode: 'production', natsReplicas: 3, healthHost: '127.0.0.1' });
});
it.each([
  [{}, 'KAREZ_NATS_URL is not set'],
  [{ KAREZ_NATS_URL: 'nats://x', KAREZ_MODE: 'test' }, 'KAREZ_MODE is test'],
  [{ KAREZ_NATS_URL: 'nats://x', KAREZ_HEALTH_PORT: 'abc' }, 'KAREZ_HEALTH_PORT is abc'],
])('names the variable that is wrong: %j', (variables, sentence) => {
  expect(() => readEnvironment(variables)).toThrow(sentence);
});
