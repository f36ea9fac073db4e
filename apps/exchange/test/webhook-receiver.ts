import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FeedEvent } from '@karez/contracts-exchange';

export interface Posted {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A bureau's own system, as far as webhooks see it: it keeps what is posted and answers as it is told. */
export class WebhookReceiver {
  readonly posted: Posted[] = [];
  /** Statuses of the next answers; 204 when there is none. 0 leaves the caller without an answer. */
  answers: number[] = [];

  private constructor(
    private readonly server: Server,
    readonly host: string,
  ) {}

  static async start(): Promise<WebhookReceiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const receiver = new WebhookReceiver(server, `127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        receiver.posted.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString('utf8') });
        const status = receiver.answers.shift() ?? 204;
        if (status) response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
      });
    });
    return receiver;
  }

  at(path: string): readonly Posted[] {
    return this.posted.filter((each) => each.path === path);
  }

  /** Ids of the events posted to a path, in the order in which they came. */
  idsAt(path: string): string[] {
    return this.at(path).map(({ body }) => (JSON.parse(body) as FeedEvent).id);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => void this.server.close(() => resolve()));
  }
}

/** As a receiver works it out, without anything of ours. */
export const expectedSignature = ({ headers, body }: Posted, secret: string): string => {
  const signed = `${String(headers['x-karez-timestamp'])}.${String(headers['x-karez-event-id'])}.${body}`;
  return `HMAC-SM3 ${createHmac('sm3', Buffer.from(secret, 'hex')).update(signed).digest('hex')}`;
};
