import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { type Answer, baseUrl, call, signIn } from './platform-under-test.js';

jest.setTimeout(90_000);

let token: string;
let other: string;
beforeAll(async () => void ([{ token }, { token: other }] = await Promise.all([signIn('cele.clerk'), signIn('yutian.clerk')])));

const pdf = (): Buffer => Buffer.from(`%PDF-1.4\n% ${randomUUID()}\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);
const eicar = (): Buffer => Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));
const as = (who: string): Record<string, string> => ({ authorization: `Bearer ${who}`, 'tus-resumable': '1.0.0' });

function create(name: string, size: number, headers: Record<string, string> = as(token), body?: Buffer): Promise<Response> {
  const metadata = `filename ${Buffer.from(name).toString('base64')}`;
  const more = body ? { 'content-type': 'application/offset+octet-stream' } : undefined;
  return fetch(`${baseUrl}/api/files/uploads`, {
    method: 'POST',
    headers: { ...headers, ...more, 'upload-length': String(size), 'upload-metadata': metadata },
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
}
async function upload(name: string, content: Buffer): Promise<string> {
  const answer = await create(name, content.length, as(token), content);
  expect(answer.status).toBe(201);
  return answer.headers.get('location')!.split('/').at(-1)!;
}
async function settled(id: string): Promise<Answer['body']> {
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(200)) {
    const { body } = await call('GET', `/api/files/${id}`, { token });
    if (body.state !== 'receiving' && body.state !== 'quarantined') return body;
  }
  throw new Error('the file stays in quarantine');
}

it('a preview is shown in place, under a policy in which nothing can act, to whoever has the link', async () => {
  const id = await upload('请示.pdf', pdf());
  expect(await settled(id)).toMatchObject({ readable: true, acts: ['download', 'preview', 'discard'] });
  const link = await call('POST', `/api/files/${id}/links`, { token, body: { use: 'preview' } });
  const { status, headers } = await fetch(baseUrl + link.body.url);
  expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([200, 'application/pdf', 'nosniff']);
  expect(headers.get('content-disposition')).toMatch(/^inline;.*filename\*=UTF-8''%E8%AF%B7%E7%A4%BA\.pdf$/);
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'.*sandbox/);
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  expect(headers.get('cache-control')).toContain('no-store');
});

it('the uploader hears of the scan without asking', async () => {
  const stop = new AbortController();
  const line = await fetch(`${baseUrl}/api/live`, { headers: { authorization: `Bearer ${token}` }, signal: stop.signal });
  let text = '';
  const reading = (async () => {
    for await (const chunk of line.body!) text += Buffer.from(chunk).toString();
  })().catch(() => undefined);
  const id = await upload('请示.pdf', pdf());
  for (const until = Date.now() + 20_000; !text.includes('file-cleared') && Date.now() < until;) await pause(100);
  stop.abort();
  await reading;
  expect(text).toContain('"subject":"evt.files.file-received.v1"');
  expect(text).toContain('"subject":"evt.files.file-cleared.v1"');
  expect(text).not.toContain('请示');
  expect((await call('GET', `/api/files/${id}`, { token })).body.readable).toBe(true);
});

it('a program called PDF and a virus are refused, with the reason', async () => {
  const program = await upload('发票.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(600)]));
  expect(await settled(program)).toMatchObject({ state: 'refused', reason: 'files.type.not_allowed', readable: false });
  const refused = await call('POST', `/api/files/${program}/links`, { token, body: { use: 'download' } });
  expect([refused.status, refused.body.code]).toEqual([415, 'files.type.not_allowed']);
  expect(refused.body.detail).toContain('不接收这类文件');
  const virus = await settled(await upload('测试.txt', eicar()));
  // where no scanner is, the state says so
  expect(virus.state === 'infected' ? virus.readable : virus.state).toBe(virus.state === 'infected' ? false : 'not_scanned');
});

describe('through the edge nobody', () => {
  it('uploads without signing in', async () => {
    const answer = await create('a.pdf', 10, { 'tus-resumable': '1.0.0' });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, 'auth.required']);
  });

  it('writes an authority for himself', async () => {
    const answer = await create('a.pdf', 10, { 'tus-resumable': '1.0.0', 'x-karez-authority': 'eyJhbGciOiJub25lIn0.e30.' });
    expect(answer.status).toBe(401);
  });

  it('sees, continues or ends the upload of another', async () => {
    const location = (await create('a.pdf', 100)).headers.get('location')!;
    const part = { 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
    expect((await fetch(baseUrl + location, { method: 'HEAD', headers: as(other) })).status).toBe(404);
    expect((await fetch(baseUrl + location, { method: 'PATCH', headers: { ...as(other), ...part }, body: 'x' })).status).toBe(404);
    expect((await fetch(baseUrl + location, { method: 'DELETE', headers: as(other) })).status).toBe(404);
    expect((await fetch(baseUrl + location, { method: 'DELETE', headers: as(token) })).status).toBe(204);
  });

  it('reads with a forged link, or gets a link to the file of another', async () => {
    const id = await upload('a.pdf', pdf());
    await settled(id);
    expect((await call('POST', `/api/files/${id}/links`, { token: other, body: { use: 'download' } })).status).toBe(404);
    const { url } = (await call('POST', `/api/files/${id}/links`, { token, body: { use: 'download' } })).body;
    const forged = await call('GET', url.replace(/.{3}\./, 'AAA.'));
    expect([forged.status, forged.body.code]).toEqual([403, 'files.link.invalid']);
  });

  it('calls what is for services alone', async () => {
    const { status, body } = await call('POST', `/api/files/${randomUUID()}/attachments`, { token, body: {} });
    expect([status, body.code]).toEqual([404, 'request.route_unknown']);
  });
});

it('refuses in the language that was asked for', async () => {
  const headers = { ...as(token), 'accept-language': 'en' };
  const answer = await create('a.pdf', 0, headers);
  expect([answer.status, ((await answer.json()) as { detail: string }).detail]).toEqual([422, 'The file is empty.']);
});
