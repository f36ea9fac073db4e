import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asset } from './assets.js';
import { acceptedEncoding, encodeFor, type Encoded, matches } from './encoded.js';

/** Sends ready bytes in the encoding that the client takes, or 304 when it has them. Headers of freshness are set before. */
export function sendEncoded(request: FastifyRequest, reply: FastifyReply, { etag, bytes }: Encoded): FastifyReply {
  reply.header('etag', etag);
  if (reply.statusCode === 200 && matches(request.headers['if-none-match'], etag)) return reply.code(304).send();
  const encoding = acceptedEncoding(request.headers['accept-encoding']);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(bytes[encoding]);
}

/** Sends a page that was made for this request alone. */
export async function sendFresh(request: FastifyRequest, reply: FastifyReply, text: string): Promise<FastifyReply> {
  const encoding = acceptedEncoding(request.headers['accept-encoding']);
  if (encoding !== 'identity') reply.header('content-encoding', encoding);
  return reply.send(await encodeFor(Buffer.from(text), encoding));
}

/** A hashed file never changes under its address. */
export function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply {
  reply.header('content-type', asset.type).header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding');
  return sendEncoded(request, reply, asset);
}

export function sendText(reply: FastifyReply, type: string, text: string): FastifyReply {
  return reply.header('content-type', type).header('cache-control', 'public, max-age=300').send(text);
}
