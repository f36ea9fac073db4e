import { answerOf } from './answer.js';

const sha256 = 'ab'.repeat(32);
const answer = (headers: Record<string, string>, use: 'download' | 'preview' = 'download') =>
  answerOf({ name: '图.png', mediaType: 'image/png' }, { sha256, size: 10 }, use, headers);

it('gives the whole with its length, digest and a policy under which nothing in it can act', () => {
  expect(answer({})).toMatchObject({ status: 200, range: { from: 0, to: 9 } });
  expect(answer({}).headers).toMatchObject({
    'content-length': 10,
    'content-type': 'image/png',
    etag: `"${sha256}"`,
    'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/) as string,
    'content-disposition': expect.stringMatching(/^attachment; /) as string,
  });
  expect(answer({}, 'preview').headers['content-disposition']).toMatch(/^inline; /);
});

it('gives a range, or says how long the file is when the range lies outside', () => {
  expect(answer({ range: 'bytes=2-4' })).toMatchObject({
    status: 206,
    range: { from: 2, to: 4 },
    headers: { 'content-length': 3, 'content-range': 'bytes 2-4/10' },
  });
  expect(answer({ range: 'bytes=10-' })).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */10', 'content-length': 0 } });
  expect(answer({ range: 'bytes=10-' }).range).toBeUndefined();
});

it('gives a preview as a whole: the link may have ended by the time a viewer wants the next page', () => {
  expect(answer({ range: 'bytes=2-4' }, 'preview')).toMatchObject({ status: 200, headers: { 'accept-ranges': 'none' } });
});

it('continues a download only of the same bytes', () => {
  expect(answer({ range: 'bytes=2-4', 'if-range': `"${sha256}"` }).status).toBe(206);
  expect(answer({ range: 'bytes=2-4', 'if-range': `W/"${sha256}"` }).status).toBe(200);
  expect(answer({ range: 'bytes=2-4', 'if-range': '"other"' }).status).toBe(200);
});

it('does not send again what the reader has', () => {
  for (const known of [`"${sha256}"`, `W/"${sha256}"`, `"a", "${sha256}"`, '*'])
    expect(answer({ 'if-none-match': known })).toMatchObject({ status: 304 });
  expect(answer({ 'if-none-match': '"a"' }).status).toBe(200);
});
