import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { OfficeConfig } from './config.js';
import { encodingFor, type ServedFile } from './files.js';
import { securityHeaders } from './security-headers.js';

const base = '/office/';
const nonceMark = '__KAREZ_NONCE__';

/** Serves the built workspace below `/office/`: files that exist, the page for every other address without a dot, health. */
export function officeServer(files: ReadonlyMap<string, ServedFile>, config: OfficeConfig, state: { readonly draining: boolean }): Server {
  const page = files.get('index.html')!.bodies.identity.toString('utf8');
  return createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0]!;
    if (path.startsWith('/health/')) return health(path, response, state.draining);
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(response, 405, 'Method Not Allowed', { allow: 'GET, HEAD' });
    if (path === '/' || path === '/office') return plain(response, 302, '', { location: base });
    const file = path.startsWith(base) ? files.get(path.slice(base.length)) : undefined;
    if (file && path !== `${base}index.html`) return sendFile(request, response, file, config.secure);
    if (!path.startsWith(base) || path.startsWith(`${base}assets/`) || /\.\w+$/.test(path))
      return plain(response, 404, 'Not Found', securityHeaders(config.secure));
    sendPage(request, response, page, config.secure);
  });
}

function health(path: string, response: ServerResponse, draining: boolean): void {
  if (path === '/health/live') return plain(response, 200, 'ok');
  if (path === '/health/ready' || path === '/health/startup')
    return draining ? plain(response, 503, 'draining') : plain(response, 200, 'ok');
  plain(response, 404, 'Not Found');
}

function sendFile(request: IncomingMessage, response: ServerResponse, file: ServedFile, secure: boolean): void {
  const headers = {
    ...securityHeaders(secure),
    'content-type': file.type,
    etag: file.etag,
    vary: 'accept-encoding',
    'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  };
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const encoding = encodingFor(file, request.headers['accept-encoding']);
  const body = file.bodies[encoding] ?? file.bodies.identity;
  response.writeHead(200, {
    ...headers,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    'content-length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function sendPage(request: IncomingMessage, response: ServerResponse, page: string, secure: boolean): void {
  const nonce = randomBytes(18).toString('base64url');
  const text = Buffer.from(page.replace(nonceMark, nonce));
  const zip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = zip ? gzipSync(text, { level: 6 }) : text;
  response.writeHead(200, {
    ...securityHeaders(secure, nonce),
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    vary: 'accept-encoding',
    ...(zip && { 'content-encoding': 'gzip' }),
    'content-length': body.length,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function plain(response: ServerResponse, status: number, text: string, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers }).end(text);
}
