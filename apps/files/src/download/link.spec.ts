import { randomBytes } from 'node:crypto';
import { newId } from '@karez/kernel';
import { linkMs, LinkSigner } from './link.js';

const links = new LinkSigner(randomBytes(32));
const fileId = newId();
const now = new Date('2026-11-23T02:00:00Z');
const later = (ms: number): Date => new Date(now.getTime() + ms);
const tokenOf = (url: string): string => url.split('/').at(-1)!;

it('opens what it signed, until five minutes have passed', () => {
  const { url, expiresAt } = links.sign({ fileId, use: 'download', personId: 'p-1' }, now);
  expect(url).toMatch(/^\/api\/files\/content\//);
  expect(Date.parse(expiresAt) - now.getTime()).toBe(5 * 60_000);
  expect(links.open(tokenOf(url), later(linkMs - 1))).toEqual({ fileId, use: 'download', personId: 'p-1' });
  expect(() => links.open(tokenOf(url), later(linkMs))).toThrow('files.link.expired');
});

it('refuses a link of which any character was changed, and one signed with another key', () => {
  const token = tokenOf(links.sign({ fileId, use: 'preview' }, now).url);
  for (let at = 0; at < token.length; at++) {
    const forged = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    expect(() => links.open(forged, now)).toThrow('files.link.invalid');
  }
  const others = new LinkSigner(randomBytes(32)).sign({ fileId, use: 'preview' }, now).url;
  for (const wrong of [tokenOf(others), '', '.', `${token}.`, `${token}=`, 'a.b', token.split('.')[0]!]) {
    expect(() => links.open(wrong, now)).toThrow('files.link.invalid');
  }
});

it('does not sign with a key that is too short', () => {
  expect(() => new LinkSigner(randomBytes(31))).toThrow('32 bytes');
});
