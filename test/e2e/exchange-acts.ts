import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, baseUrl, call } from './platform-under-test.js';

/** One empty page, with the cross-reference table that a reader looks for. */
export function wellFormedPdf(): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
  ];
  let text = `%PDF-1.4\n% ${randomUUID()}\n`;
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${offsets.join('')}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

/** Uploads as a program does, and waits until the file was looked at. @returns its id */
export async function uploaded(token: string, name: string, content: Buffer): Promise<string> {
  const answer = await fetch(`${baseUrl}/api/files/uploads`, {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' },
      ...{ 'upload-length': String(content.length), 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` },
    },
    body: new Uint8Array(content),
  });
  expect(answer.status).toBe(201);
  const id = answer.headers.get('location')!.split('/').at(-1)!;
  await until(async () => {
    const { body } = await call('GET', `/api/files/${id}`, { token });
    return body.state !== 'receiving' && body.state !== 'quarantined' ? body : undefined;
  });
  return id;
}

/** Asks again until there is an answer. */
export async function until<T>(ask: () => Promise<T | undefined>, ms = 30_000): Promise<T> {
  for (const end = Date.now() + ms; Date.now() < end; await pause(200)) {
    const found = await ask();
    if (found !== undefined) return found;
  }
  throw new Error('it did not come about');
}

let serial = Math.floor(Math.random() * 900_000);
export async function act(token: string, method: string, path: string, body?: unknown): Promise<Answer> {
  return call(method, `/api/exchange${path}`, { token, body: body ?? {}, headers: { 'idempotency-key': randomUUID() } });
}

/** A document, sealed. @returns its id */
export async function sealed(token: string, more: object = {}): Promise<string> {
  const document = {
    ...{ title: '关于做好冬季输水工作的通知', documentType: 'notice', issueDate: '2026-11-23', body: '请做好冬季输水工作。' },
    ...{ documentNumber: { agencyCode: `试办${process.pid}`, year: 2026, serial: ++serial }, signatories: ['水长流'] },
    ...more,
  };
  const made = await act(token, 'POST', '/documents', document);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const done = await act(token, 'POST', `/documents/${made.body.id}/seal`);
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  return made.body.id;
}

/** Sends a sealed document. @returns the dispatch once no delivery is on its way any more */
export async function sent(token: string, documentId: string, recipients: object): Promise<Answer['body']> {
  const dispatch = await act(token, 'POST', '/dispatches', { documentId, ...recipients });
  if (dispatch.status !== 201) throw new Error(JSON.stringify(dispatch.body));
  return until(async () => {
    const { body } = await call('GET', `/api/exchange/dispatches/${dispatch.body.id}`, { token });
    return body.deliveries.every(({ state }: { state: string }) => state !== 'queued' && state !== 'in_flight') ? body : undefined;
  }, 100_000);
}

/** The id of a body by its name. */
export async function bodyCalled(token: string, name: string): Promise<string> {
  const { body } = await call('GET', `/api/exchange/directory?q=${encodeURIComponent(name)}`, { token });
  const found = body.items.find((each: { name: string }) => each.name === name);
  if (!found) throw new Error(`the directory has no ${name}: ${JSON.stringify(body)}`);
  return found.id;
}
