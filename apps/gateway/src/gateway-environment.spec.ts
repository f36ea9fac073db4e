import { readGatewayEnvironment } from './gateway-environment.js';

const needed = { KAREZ_NATS_URL: 'nats://127.0.0.1:4222', KAREZ_MODE: 'development' };

it('has a sensible value for everything that is not set', () => {
  expect(readGatewayEnvironment(needed)).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    trustedProxies: [],
    rates: { signIn: { calls: 300, seconds: 60 } },
  });
});

it.each([
  ['KAREZ_LIMIT_SIGN_IN', 'many'],
  ['KAREZ_LIMIT_SESSION', '5'],
  ['KAREZ_LIMIT_ADDRESS', '0/60'],
  ['KAREZ_GATEWAY_KEY', 'short'],
  ['KAREZ_PORT', '-1'],
])('says in one sentence what is wrong with %s=%s', (name, value) => {
  expect(() => readGatewayEnvironment({ ...needed, [name]: value })).toThrow(name);
});

it('reads proxies, upstreams and limits', () => {
  const read = readGatewayEnvironment({
    ...needed,
    KAREZ_TRUSTED_PROXIES: '10.0.0.1, 10.1.0.0/16',
    KAREZ_FILES_URL: 'http://127.0.0.1:1',
    KAREZ_LIMIT_SESSION: '7/2',
  });
  expect(read.trustedProxies).toEqual(['10.0.0.1', '10.1.0.0/16']);
  expect(read.upstreamUrl('files')).toBe('http://127.0.0.1:1');
  expect(read.rates.session).toEqual({ calls: 7, seconds: 2 });
});
