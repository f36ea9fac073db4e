import { randomBytes } from 'node:crypto';
import { Sealer } from './sealer.js';

const sealer = new Sealer(randomBytes(32));
const sealed = sealer.seal('totp/one', 'the secret');

it('opens what it has sealed, in its place', () => {
  expect(sealer.open('totp/one', sealed).toString()).toBe('the secret');
  expect(sealed.toString('latin1')).not.toContain('the secret');
  expect(sealer.seal('totp/one', 'the secret')).not.toEqual(sealed);
});

it('does not open what was moved to another place, or sealed with another key', () => {
  expect(() => sealer.open('totp/two', sealed)).toThrow();
  expect(() => new Sealer(randomBytes(32)).open('totp/one', sealed)).toThrow();
});

it('finds every changed byte', () => {
  for (let place = 0; place < sealed.length; place++) {
    const changed = Buffer.from(sealed);
    changed[place]! ^= 1;
    expect(() => sealer.open('totp/one', changed)).toThrow();
  }
});

it('derives the same from the same, and something else for another purpose, input or key', () => {
  const derived = sealer.derive('refresh', 'token').toString('hex');
  expect(sealer.derive('refresh', 'token').toString('hex')).toBe(derived);
  expect(sealer.derive('refresh', 'token2').toString('hex')).not.toBe(derived);
  expect(sealer.derive('refreshtoken', '').toString('hex')).not.toBe(derived);
  expect(new Sealer(randomBytes(32)).derive('refresh', 'token').toString('hex')).not.toBe(derived);
});
