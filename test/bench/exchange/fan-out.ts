import { verifyEvidence } from '../../../tools/verify-evidence.mjs';
import { type Body, type Crowd, together } from '../../crowd/crowd.ts';
import { until } from '../../nodes/node-client.ts';
import { somePdf } from '../../nodes/story.ts';

let serial = Math.floor(Math.random() * 900_000);

/** A sealed document with a layout file and so many attachments. @returns its id */
export async function sealedDocument({ node, sender }: Crowd, attachments: number): Promise<string> {
  const files = [];
  for (let at = 0; at <= attachments; at++) {
    const fileId = await node.uploaded(sender, at ? `附件${at}.pdf` : '正文.pdf', somePdf());
    files.push({ fileId, role: at ? 'attachment' : 'layout' });
  }
  const document = await node.done('POST', '/exchange/documents', sender, {
    ...{ title: '关于做好冬季输水调度的通知', documentType: 'notice', issueDate: '2026-11-26', body: '请遵照执行。', files },
    documentNumber: { agencyCode: `众办${process.pid}`, year: 2026, serial: ++serial },
  });
  await node.done('POST', `/exchange/documents/${document.id}/seal`, sender, {});
  return document.id;
}

/**
 * Sends one document with three attachments to all of them.
 * @returns seconds from the command until the sender holds a verified receipt of custody from each
 * @throws Error when a receipt does not verify
 */
export async function fanOut(crowd: Crowd, bodies: readonly Body[]): Promise<number> {
  const { node, sender } = crowd;
  const documentId = await sealedDocument(crowd, 3);
  const began = performance.now();
  const { id } = await node.done('POST', '/exchange/dispatches', sender, { documentId, primary: bodies.map((body) => body.id) });
  const deliveries = await until<{ id: string; state: string }[]>(async () => {
    const found = (await node.done('GET', `/exchange/dispatches/${id}`, sender)).deliveries as { id: string; state: string }[];
    return found.every(({ state }) => state === 'delivered') ? found : undefined;
  }, 300_000);
  const seconds = (performance.now() - began) / 1000;
  if (new Set(deliveries.map((each) => each.id)).size !== bodies.length) throw new Error(`${deliveries.length} deliveries`);
  const memo = new Map<string, boolean>();
  await together(deliveries, 4, async (delivery) => {
    const evidence = await node.done('GET', `/exchange/deliveries/${delivery.id}/evidence`, sender);
    const { verdict, custody } = await verifyEvidence(Buffer.from(typeof evidence === 'string' ? evidence : JSON.stringify(evidence)), {
      memo,
    });
    if (verdict !== 'valid' || custody !== 'delivered') throw new Error(`${delivery.id}: evidence ${verdict}, custody ${custody}`);
  });
  return seconds;
}
