import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { acceptedEncoding, encode, matches } from './encoded.js';

describe('encodings', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['br;q=0.0, gzip;q=0.000', 'identity'],
    ['BR', 'br'],
    ['brotli', 'identity'],
  ])('%s gets %s', (header, encoding) => {
    expect(acceptedEncoding(header)).toBe(encoding);
  });

  it('are the same bytes', async () => {
    const content = Buffer.from('坎儿井'.repeat(500));
    const { bytes } = await encode(content, 5);
    expect(brotliDecompressSync(bytes.br)).toEqual(content);
    expect(gunzipSync(bytes.gzip)).toEqual(content);
    expect(bytes.br.length).toBeLessThan(content.length);
  });
});

describe('If-None-Match', () => {
  it.each([
    [undefined, false],
    ['W/"abc"', true],
    ['"abc"', true],
    ['"x", W/"abc"', true],
    ['*', true],
    ['"abcd"', false],
  ])('%s', (header, match) => {
    expect(matches(header, 'W/"abc"')).toBe(match);
  });
});
