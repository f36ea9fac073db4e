import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { Reachable } from './webhook-addresses.js';

export interface Post {
  readonly url: URL;
  /** Where to connect, whatever the name resolves to by now. */
  readonly to: Reachable;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly signal: AbortSignal;
}

/**
 * Posts JSON and tells the status of the answer. Redirects are not followed, and what the answer says is not read.
 * @throws Error what stood in the way of any answer
 */
export function post({ url, to, headers, body, signal }: Post): Promise<number> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? secure : plain;
    const request = send(
      url,
      {
        ...{
          method: 'POST',
          agent: false,
          signal,
          headers: { ...headers, 'content-type': 'application/json', 'content-length': body.length },
        },
        lookup: (_name, { all }, done) => (all ? done(null, [to]) : done(null, to.address, to.family)),
      },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.destroy();
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
