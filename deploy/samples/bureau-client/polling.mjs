import { join } from 'node:path';
import { canonical } from './box.mjs';
import { Refused } from './platform.mjs';

const page = 100;

/**
 * Handles everything that happened since the last time. The place in the feed is written after the work and never before:
 * after a crash the last event comes again, and every step of its work may be done again.
 */
export async function poll(platform, box, say) {
  let after = (await box.read('cursor')) ?? '0:0';
  for (;;) {
    const { items, cursor } = await platform.get(`/api/exchange/events?after=${encodeURIComponent(after)}&limit=${page}`);
    for (const event of items) {
      await handle(event, { platform, box, say });
      await box.write('cursor', event.cursor);
    }
    if (items.length === 0) return;
    after = cursor;
  }
}

async function handle(event, { platform, box, say }) {
  if (event.kind === 'delivery.arrived') return takeIn(event.deliveryId, { platform, box, say });
  // here the bureau's own system follows its document: signed for, rejected, recalled …
  say(`${event.kind} ${event.deliveryId}: ${event.state}`);
}

async function takeIn(deliveryId, { platform, box, say }) {
  const path = `/api/exchange/deliveries/${deliveryId}`;
  const delivery = await platform.get(`${path}?side=recipient`);
  const { number, state, document, checks, files } = delivery;
  if (state !== 'delivered' && state !== 'signed_for') return say(`${number} is ${state}: left alone`);
  const failed = checks.filter(({ passed }) => !passed);
  if (failed.length > 0) return say(`${number} did not pass ${failed.map(({ kind }) => kind).join(', ')}: a person must look`);

  const folder = await box.sub('in', deliveryId);
  for (const file of files) await fetchFile(file, { platform, path, folder });
  if (state === 'delivered' && !(await signFor(path, deliveryId, { platform, say }))) return;
  const signed = await platform.get(`${path}?side=recipient`);
  await box.write(join('in', deliveryId, 'delivery.json'), JSON.stringify(signed, undefined, 2));
  await box.write(join('in', deliveryId, 'evidence.json'), canonical(await platform.get(`${path}/evidence`)));
  say(`${number} ${document.title}: signed for, receipt ${signed.receiptNumber}, ${files.length} file(s)`);
}

/** @returns false when somebody else was first: the sender recalled it, a clerk refused it */
async function signFor(path, deliveryId, { platform, say }) {
  try {
    await platform.post(`${path}/sign`, {}, `sign-${deliveryId}`);
    return true;
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 409) throw error;
    say(error.message);
    return false;
  }
}

async function fetchFile({ fileId, ordinal, name, sm3 }, { platform, path, folder }) {
  const { url } = await platform.post(`${path}/files/${fileId}/links`, { use: 'download' });
  // the name came from outside: nothing in it may lead out of the folder
  const plain = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(-120);
  const found = await platform.download(url, join(folder, `${ordinal}-${plain}`));
  if (found !== sm3) throw new Error(`${name}: the bytes are not those that were sealed (SM3 ${found})`);
}
