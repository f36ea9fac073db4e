import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

export interface Answer {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is whatever came
  readonly body: any;
}
export interface Account {
  readonly account: string;
  readonly password: string;
}

/** A node as programs reach it, by its gateway. */
export class NodeClient {
  readonly baseUrl: string;
  readonly #accounts: readonly Account[];

  constructor(baseUrl: string, accounts: readonly Account[]) {
    this.baseUrl = baseUrl;
    this.#accounts = accounts;
  }

  /** @param key the same for the same act, however often it is asked for: it is done once */
  async call(method: string, path: string, token?: string, body?: unknown, key: string = randomUUID()): Promise<Answer> {
    const response = await fetch(`${this.baseUrl}/api${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': key }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      // a platform answers within its deadlines, whatever has happened to it
      signal: AbortSignal.timeout(60_000),
    });
    const text = await response.text();
    const json = text && /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: json ? JSON.parse(text) : text };
  }

  /** @throws Error with the refusal unless it succeeded */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is whatever came
  async done(method: string, path: string, token?: string, body?: unknown): Promise<any> {
    const answer = await this.call(method, path, token, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async signIn(account: string): Promise<string> {
    const { password } = this.#accounts.find((each) => each.account === account)!;
    return (await this.done('POST', '/identity/sessions', undefined, { account, password })).accessToken;
  }

  /** An administrator's session in which signing acts are open; the account has no second factor yet. */
  async administrator(account = 'admin'): Promise<string> {
    const token = await this.signIn(account);
    const { secret } = await this.done('POST', '/identity/me/factors', token, {});
    const { codes } = await this.done('POST', '/identity/me/factors/confirm', token, { code: totp(secret) });
    await this.done('POST', '/identity/sessions/current/step-up', token, { code: codes[0] });
    return token;
  }

  async bodyCalled(token: string, name: string): Promise<string> {
    const { items } = await this.done('GET', `/exchange/directory?q=${encodeURIComponent(name)}`, token);
    return items.find((each: { name: string }) => each.name === name).id;
  }

  /** Uploads and waits until the file was looked at. @returns its id */
  async uploaded(token: string, name: string, content: Buffer): Promise<string> {
    const response = await fetch(`${this.baseUrl}/api/files/uploads`, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${token}`, 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' },
        ...{ 'upload-length': String(content.length), 'upload-metadata': `filename ${Buffer.from(name).toString('base64')}` },
      },
      body: new Uint8Array(content),
    });
    if (response.status !== 201) throw new Error(`upload: ${response.status} ${await response.text()}`);
    const id = response.headers.get('location')!.split('/').at(-1)!;
    await until(async () => {
      const { state } = await this.done('GET', `/files/${id}`, token);
      return state !== 'receiving' && state !== 'quarantined' ? state : undefined;
    });
    return id;
  }

  /** One document to one body. @returns the id of its delivery */
  async sent(token: string, recipientId: string, title: string, files: readonly string[] = []): Promise<string> {
    const document = await this.done('POST', '/exchange/documents', token, {
      ...{ title, documentType: 'letter', issueDate: '2026-11-26', body: '请予支持。', signatories: ['水长流'] },
      documentNumber: { agencyCode: `互联${process.pid}`, year: 2026, serial: ++serial },
      files: files.map((fileId, index) => ({ fileId, role: index ? 'attachment' : 'layout' })),
    });
    await this.done('POST', `/exchange/documents/${document.id}/seal`, token, {});
    const { deliveries } = await this.done('POST', '/exchange/dispatches', token, { documentId: document.id, primary: [recipientId] });
    return deliveries[0].id;
  }

  async state(token: string, deliveryId: string): Promise<string | undefined> {
    const { status, body } = await this.call('GET', `/exchange/deliveries/${deliveryId}`, token);
    return status === 200 ? body.state : undefined;
  }

  /** @throws Error when it does not come about in time */
  async reaches(token: string, deliveryId: string, state: string, ms = 60_000): Promise<void> {
    await until(async () => ((await this.state(token, deliveryId)) === state ? state : undefined), ms);
  }
}

let serial = Math.floor(Math.random() * 900_000);

/** Asks again until there is an answer. @throws Error with what stood in the way last */
export async function until<T>(ask: () => Promise<T | undefined>, ms = 60_000): Promise<T> {
  let last: unknown = 'no answer';
  for (const end = Date.now() + ms; Date.now() < end; await pause(200)) {
    try {
      const found = await ask();
      if (found !== undefined) return found;
    } catch (error) {
      last = error;
    }
  }
  throw new Error('it did not come about in time', { cause: last });
}

/** RFC 6238 with SHA-1, 6 digits, 30 s. */
function totp(secret: string, now = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  const digest = createHmac('sha1', key).update(counter).digest();
  return String((digest.readUInt32BE(digest.at(-1)! & 15) & 0x7fff_ffff) % 1_000_000).padStart(6, '0');
}
