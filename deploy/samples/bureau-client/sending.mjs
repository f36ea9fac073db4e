import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const scanMs = 120_000;

/**
 * Uploads, creates, seals and sends. Each step has a key that follows from what is sent, so that a run that was
 * interrupted is simply run again: nothing is made or sent twice.
 */
export async function send({ pdf, to, title, type, number, signatories, text, issueDate }, { platform, box, say }) {
  const content = await readFile(pdf);
  const digest = createHash('sha256')
    .update(JSON.stringify([to, title, type, number, signatories, text, issueDate]))
    .update(content);
  const job = digest.digest('hex').slice(0, 32);
  const primary = [];
  for (const name of to) primary.push(await bodyCalled(platform, name));
  const fileId = await fileOf(job, { name: basename(pdf), content }, { platform, box });
  const document = await platform.post(
    '/api/exchange/documents',
    {
      ...{ title, documentType: type, documentNumber: numberOf(number), issueDate, files: [{ fileId, role: 'layout' }] },
      ...(signatories.length > 0 ? { signatories } : {}),
      ...(text ? { body: text } : {}),
    },
    `send-${job}-create`,
  );
  await platform.post(`/api/exchange/documents/${document.id}/seal`, {}, `send-${job}-seal`);
  const dispatch = await platform.post('/api/exchange/dispatches', { documentId: document.id, primary }, `send-${job}-send`);
  say(`${document.number} sent to ${to.join(', ')}: dispatch ${dispatch.id}`);
  return dispatch;
}

/** The file's id: remembered between runs, because the next steps name it. */
async function fileOf(job, { name, content }, { platform, box }) {
  const known = await box.read(`upload-${job}`);
  const fileId = known ?? (await upload(platform, name, content));
  if (!known) await box.write(`upload-${job}`, fileId);
  for (const end = Date.now() + scanMs; Date.now() < end; await pause(1_000)) {
    const { readable, state } = await platform.get(`/api/files/${fileId}`);
    if (readable) return fileId;
    if (state !== 'receiving' && state !== 'quarantined') throw new Error(`${name} cannot be used: ${state}`);
  }
  throw new Error(`${name} is still being scanned; run the same command again later`);
}

/** Resumable upload (tus 1.0), in one part; large files go in several with PATCH. */
async function upload(platform, name, content) {
  const answer = await platform.send('/api/files/uploads', {
    method: 'POST',
    headers: {
      ...{ 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-length': String(content.length) },
      ...{ 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`, 'idempotency-key': randomUUID() },
    },
    body: content,
  });
  return answer.headers.get('location').split('/').at(-1);
}

async function bodyCalled(platform, name) {
  const { items } = await platform.get(`/api/exchange/directory?q=${encodeURIComponent(name)}`);
  const found = items.find((each) => each.name === name);
  if (!found) throw new Error(`the directory has no body called ${name}`);
  return found.id;
}

/** `策水函:2026:12` */
function numberOf(text) {
  const [agencyCode, year, serial] = text.split(':');
  if (!agencyCode || !/^\d{4}$/.test(year ?? '') || !/^\d{1,6}$/.test(serial ?? ''))
    throw new Error(`${text} is not a document number; write it as 策水函:2026:12`);
  return { agencyCode, year: Number(year), serial: Number(serial) };
}
