import { canonicalJson } from './canonical-json.js';

describe('canonical JSON', () => {
  it('writes the example of RFC 8785 §3.2.2', () => {
    const source: unknown = JSON.parse(
      `{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
        "string":"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}`,
    );
    expect(canonicalJson(source)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts names by UTF-16 code units (RFC 8785 §3.2.3)', () => {
    const source: unknown = JSON.parse('{"\\u20ac":1,"\\r":2,"\\ufb33":3,"1":4,"\\ud83d\\ude00":5,"\\u0080":6,"\\u00f6":7}');
    expect(canonicalJson(source).match(/:\d/g)?.join('')).toBe(':2:4:6:7:1:5:3');
  });

  it('gives the same bytes whatever the order of the answer was', () => {
    expect(canonicalJson({ b: { d: 1, c: [{ f: 2, e: '水' }] }, a: undefined })).toBe(
      canonicalJson({ b: { c: [{ e: '水', f: 2 }], d: 1 } }),
    );
  });

  it('writes minus zero as zero', () => expect(canonicalJson(-0)).toBe('0'));

  it.each([[Number.NaN], [Infinity], ['\ud800'], [{ '\udc00': 1 }], [[undefined]], [new Date(0)], [() => 1]])(
    'has no form for %p',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});
