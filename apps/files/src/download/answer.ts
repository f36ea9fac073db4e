import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { LinkUse } from '@karez/contracts-files';
import { disposition } from './disposition.js';
import { type ByteRange, byteRange } from './range.js';

/** How a request for content is answered: without `range` there is no body. */
export interface Answer {
  readonly status: 200 | 206 | 304 | 416;
  readonly headers: OutgoingHttpHeaders;
  readonly range?: ByteRange;
}
interface Named {
  readonly name: string;
  readonly mediaType: string | null;
}
interface Stored {
  readonly sha256: string;
  readonly size: number;
}

/** Nothing in a file may act: no script, no form, no request to anywhere, whatever a browser takes it for. */
const guarded = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, no-store',
};
/** A preview may stand in a frame of the own pages; browsers that know `frame-ancestors` do not look at the older header. */
const policies = {
  download: { 'content-security-policy': "default-src 'none'; sandbox", 'x-frame-options': 'DENY' },
  preview: {
    'content-security-policy': "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox",
    'x-frame-options': 'SAMEORIGIN',
  },
} as const;

/** Status and headers by RFC 9110: `If-None-Match`, `Range`, `If-Range`. The digest is the ETag. */
export function answerOf({ name, mediaType }: Named, { sha256, size }: Stored, use: LinkUse, asked: IncomingHttpHeaders): Answer {
  const etag = `"${sha256}"`;
  // a viewer that fetched pages one by one would meet an expired link in the middle of a document
  const inParts = use === 'download';
  const headers = { ...guarded, ...policies[use], etag, 'accept-ranges': inParts ? 'bytes' : 'none' };
  if (matches(asked['if-none-match'], etag)) return { status: 304, headers };
  const described = {
    ...headers,
    'content-type': mediaType ?? 'application/octet-stream',
    'content-disposition': disposition(use === 'preview' ? 'inline' : 'attachment', name),
    'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
  };
  const unchanged = inParts && (asked['if-range'] === undefined || asked['if-range'] === etag);
  const range = unchanged ? byteRange(asked.range, size) : undefined;
  if (range === null) return { status: 416, headers: { ...headers, 'content-range': `bytes */${size}`, 'content-length': 0 } };
  if (!range) return { status: 200, headers: { ...described, 'content-length': size }, range: { from: 0, to: size - 1 } };
  const { from, to } = range;
  return { status: 206, headers: { ...described, 'content-range': `bytes ${from}-${to}/${size}`, 'content-length': to - from + 1 }, range };
}

/** Weak comparison, as RFC 9110 §13.1.2 has it for this header. */
const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(',').some((given) => given.trim() === '*' || given.trim().replace(/^W\//, '') === etag);
