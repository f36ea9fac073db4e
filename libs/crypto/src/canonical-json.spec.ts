import { Seeded } from '../test/seeded.js';
import { canonicalBytes, canonicalText, type JsonValue, parseCanonical } from './canonical-json.js';

const parse = (text: string): JsonValue => JSON.parse(text) as JsonValue;
const double = (bits: string): number => Buffer.from(bits, 'hex').readDoubleBE();

describe('canonical JSON', () => {
  it('writes the example of RFC 8785 §3.2.2', () => {
    const source = `{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
      "string":"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}`;
    expect(canonicalText(parse(source))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts names by UTF-16 code units (RFC 8785 §3.2.3)', () => {
    const source = '{"\\u20ac":1,"\\r":2,"\\ufb33":3,"1":4,"\\ud83d\\ude00":5,"\\u0080":6,"\\u00f6":7}';
    expect(Object.values(parse(canonicalText(parse(source))) as object)).toHaveLength(7);
    expect(canonicalText(parse(source)).match(/:\d/g)?.join('')).toBe(':2:4:6:7:1:5:3');
  });

  // RFC 8785 appendix B
  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
  ])('writes the double %s as %s', (bits, text) => expect(canonicalText(double(bits))).toBe(text));

  it.each([
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a lone surrogate', '\ud800'],
    ['a lone surrogate in a name', { '\udc00': 1 }],
    ['undefined in an array', [undefined]],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('x')],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', Buffer.of(1)],
    ['an instance', new (class Case {})()],
  ])('has no form for %s', (_, value) => expect(() => canonicalText({ value } as never)).toThrow('crypto.not_canonical'));

  it('has no form for nothing', () => expect(() => canonicalText(undefined as never)).toThrow('crypto.not_canonical'));

  it('leaves out members that are undefined', () => expect(canonicalText({ b: undefined, a: 1 })).toBe('{"a":1}'));

  it('refuses cycles and depths that would exhaust the stack', () => {
    const cycle: Record<string, JsonValue> = {};
    cycle['self'] = cycle;
    expect(() => canonicalText(cycle)).toThrow('crypto.not_canonical');
    expect(() => parseCanonical(Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)))).toThrow('crypto.not_canonical');
    expect(canonicalText(parse('['.repeat(60) + ']'.repeat(60)))).toHaveLength(120);
  });

  it('keeps a name like __proto__ a plain member', () => {
    const bytes = Buffer.from('{"__proto__":{"admin":true}}');
    const value = parseCanonical(bytes) as Record<string, JsonValue>;
    expect(value['admin']).toBeUndefined();
    expect(canonicalBytes(value)).toEqual(bytes);
  });
});

describe('reading canonical bytes', () => {
  it.each([
    ['a name twice', '{"a":1,"a":2}'],
    ['names out of order', '{"b":1,"a":2}'],
    ['a blank', '{"a": 1}'],
    ['a line end', '{"a":1}\n'],
    ['a number spelled otherwise', '{"a":1.0}'],
    ['a number beyond doubles', '{"a":1e999}'],
    ['a number that a double rounds', '{"a":9007199254740993}'],
    ['minus zero', '{"a":-0}'],
    ['an escape that is not needed', '{"a":"\\u0041"}'],
    ['a lone surrogate, escaped', '{"a":"\\ud800"}'],
    ['a byte order mark', '\ufeff{"a":1}'],
    ['no JSON', '{"a":}'],
    ['nothing', ''],
    ['two values', '{}{}'],
  ])('refuses %s', (_, text) => expect(() => parseCanonical(Buffer.from(text))).toThrow('crypto.not_canonical'));

  it('refuses broken UTF-8', () =>
    expect(() => parseCanonical(Buffer.from('7b2261223a22c322 7d'.replace(/\s/g, ''), 'hex'))).toThrow('crypto.not_canonical'));

  it('accepts what canonicalBytes wrote, and it is the same value whatever the order of its members was', () => {
    const random = new Seeded(12);
    for (let round = 0; round < 500; round++) {
      const value = someJson(random, 4);
      const bytes = canonicalBytes(value);
      expect(parseCanonical(bytes)).toEqual(parse(JSON.stringify(value)));
      expect(canonicalBytes(shuffled(value, random))).toEqual(bytes);
    }
  });
});

const TEXTS = ['', '水利', 'a"\\/', '\u0000\u001f\u007f\u2028', '😀', '\ufb33', '坎儿井 Karez', 'قانات'];

function someJson(random: Seeded, depth: number): JsonValue {
  const kind = random.int(depth > 0 ? 7 : 5);
  if (kind === 0) return null;
  if (kind === 1) return random.int(2) === 1;
  if (kind === 2) return random.int(2 ** 31) - 2 ** 30;
  if (kind === 3) return finite(random.bytes(8).readDoubleBE());
  if (kind === 4) return TEXTS[random.int(TEXTS.length)]!;
  const items = Array.from({ length: random.int(5) }, () => someJson(random, depth - 1));
  return kind === 5 ? items : Object.fromEntries(items.map((item) => [TEXTS[random.int(TEXTS.length)]! + random.int(9), item]));
}

const finite = (value: number): number => (Number.isFinite(value) ? value : 0.1);

function shuffled(value: JsonValue, random: Seeded): JsonValue {
  if (Array.isArray(value)) return value.map((item: JsonValue) => shuffled(item, random));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value as Record<string, JsonValue>).map(
    ([name, member]) => [random.int(1000), name, shuffled(member, random)] as const,
  );
  return Object.fromEntries(members.sort(([a], [b]) => a - b).map(([, name, member]) => [name, member]));
}
