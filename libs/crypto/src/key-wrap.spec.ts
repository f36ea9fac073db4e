import { flipped, Seeded } from '../test/seeded.js';
import { masterKeyOf, unwrapSecret, wrapSecret } from './key-wrap.js';
import { MasterKeys } from './master-keys.js';

const random = new Seeded(11);
const secret = random.bytes(32);
const old = ['2025', random.bytes(32)] as const;
const fresh = ['2026', random.bytes(32)] as const;

describe('a wrapped key', () => {
  it('says which master key it needs and stays readable after the master key changed', () => {
    const wrapped = wrapSecret('sm2', secret, 'body:1', new MasterKeys([old]));
    expect(masterKeyOf(wrapped)).toBe('2025');
    const rotated = new MasterKeys([fresh, old]);
    expect(unwrapSecret('sm2', wrapped, 'body:1', rotated)).toEqual(secret);
    expect(masterKeyOf(wrapSecret('sm2', secret, 'body:1', rotated))).toBe('2026');
    expect(() => unwrapSecret('sm2', wrapped, 'body:1', new MasterKeys([fresh]))).toThrow('crypto.master_key_unknown');
    expect(() => unwrapSecret('sm2', wrapped, 'body:1', new MasterKeys([['2025', fresh[1]]]))).toThrow('crypto.unwrap_failed');
  });

  it('does not open with any flipped bit or truncation, in another place, or as another kind', () => {
    const masters = new MasterKeys([fresh, old]);
    const wrapped = wrapSecret('sm2', secret, 'body:1', masters);
    for (let bit = 0; bit < wrapped.length * 8; bit++)
      expect(() => unwrapSecret('sm2', flipped(wrapped, bit), 'body:1', masters)).toThrow(/crypto\.(unwrap_failed|master_key_unknown)/);
    for (let end = 0; end < wrapped.length; end++)
      expect(() => unwrapSecret('sm2', wrapped.subarray(0, end), 'body:1', masters)).toThrow(/crypto\.(unwrap_failed|master_key_unknown)/);
    expect(() => unwrapSecret('sm2', wrapped, 'body:2', masters)).toThrow('crypto.unwrap_failed');
    expect(() => unwrapSecret('mac', wrapped, 'body:1', masters)).toThrow('crypto.unwrap_failed');
  });
});

describe('master keys', () => {
  it('are read from text, the first one current', () => {
    const masters = MasterKeys.parse(`2026:${fresh[1].toString('base64')}, 2025:${old[1].toString('base64')}`);
    expect(masters.current).toBe('2026');
    expect(masters.get('2025')).toEqual(old[1]);
  });

  it.each([
    ['nothing', ''],
    ['no id', fresh[1].toString('base64')],
    ['not base64', '2026:$$$'],
    ['too short a key', `2026:${Buffer.alloc(15).toString('base64')}`],
    ['too long a key', `2026:${Buffer.alloc(65).toString('base64')}`],
    ['an id twice', `a:${old[1].toString('base64')},a:${fresh[1].toString('base64')}`],
    ['a bad id', `a b:${old[1].toString('base64')}`],
    ['a third part', `a:${old[1].toString('base64')}:b`],
  ])('are refused: %s, without quoting a key', (_, text) => {
    expect(() => MasterKeys.parse(text)).toThrow('crypto.master_key_invalid');
    try {
      MasterKeys.parse(text);
    } catch (error) {
      expect(JSON.stringify(error)).not.toContain(fresh[1].toString('base64').slice(0, 8));
    }
  });
});
