import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const mostBytes = 64 * 1024;
const freshSeconds = 300;

/** Whether a post is the platform's own, whole and fresh: HMAC-SM3 over `timestamp.eventId.body` with the secret of the webhook. */
export function isGenuine({ headers, body }, secret, now = Date.now()) {
  const [timestamp, eventId, given] = ['x-karez-timestamp', 'x-karez-event-id', 'x-karez-signature'].map((name) => headers[name] ?? '');
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > freshSeconds) return false;
  const mac = createHmac('sm3', Buffer.from(secret, 'hex')).update(`${timestamp}.${eventId}.`).update(body).digest('hex');
  const expected = Buffer.from(`HMAC-SM3 ${mac}`);
  const shown = Buffer.from(given);
  return shown.length === expected.length && timingSafeEqual(shown, expected);
}

/**
 * Listens for the platform's posts. A post only says that there is something: `wake` then reads the feed from the place that was
 * kept. So an event that is posted twice, late or never has the same effect as one that came once.
 */
export function receiver(secret, wake, say) {
  return createServer(async (request, response) => {
    const answer = (status) => response.writeHead(status).end();
    try {
      if (request.method !== 'POST') return answer(405);
      const body = await bytesOf(request);
      if (!body) return answer(413);
      if (!isGenuine({ headers: request.headers, body }, secret)) return answer(401);
      const { kind, deliveryId } = JSON.parse(body.toString('utf8'));
      say(`told of ${kind} ${deliveryId}`);
      answer(204);
      wake();
    } catch {
      answer(400);
    }
  });
}

async function bytesOf(request) {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
