import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { assertion } from './key.mjs';

const tries = 7;
const callMs = 30_000;
const transferMs = 3_600_000;

/** The platform said no: asking again does not help. `code` says why, the message says it in words. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? `the platform answered ${status}`);
    this.status = status;
    this.code = problem.code ?? '';
  }
}

/** The platform as this bureau's system calls it: signed in, and patient with what passes by itself. */
export class Platform {
  #token;
  #goodUntil = 0;

  constructor(settings, stopping = new AbortController().signal) {
    this.settings = settings;
    this.stopping = stopping;
  }

  get(path) {
    return this.call('GET', path);
  }

  /** @param key the same for the same act, however often it is asked for: it is done once */
  post(path, body, key = randomUUID()) {
    return this.call('POST', path, { body, key });
  }

  async call(method, path, { body, key } = {}) {
    const answer = await this.send(path, {
      method,
      headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...(key ? { 'idempotency-key': key } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    return text ? JSON.parse(text) : undefined;
  }

  /** One request, signed in. Timeouts, broken lines, 429 and 5xx are tried again, ever more slowly. */
  send(path, init, ms = callMs) {
    return this.#patiently(async () => {
      const answer = await this.#fetch(path, init, ms);
      if (answer.status !== 401) return answer;
      this.#goodUntil = 0;
      return this.#fetch(path, init, ms);
    });
  }

  /** To a file of this name, complete or not at all. @returns its SM3, hexadecimal */
  async download(path, file) {
    const sm3 = createHash('sm3');
    const answer = await this.send(path, { method: 'GET' }, transferMs);
    const hashed = async function* (bytes) {
      for await (const part of bytes) {
        sm3.update(part);
        yield part;
      }
    };
    await pipeline(Readable.fromWeb(answer.body), hashed, createWriteStream(`${file}.part`), { signal: this.stopping });
    await rename(`${file}.part`, file);
    return sm3.digest('hex');
  }

  async #patiently(ask) {
    for (let attempt = 1; ; attempt++) {
      let answer;
      try {
        answer = await ask();
      } catch (error) {
        if (error instanceof Refused || this.stopping.aborted || attempt === tries) throw error;
      }
      if (answer?.ok) return answer;
      if (answer) {
        const problem = await answer.json().catch(() => ({}));
        const passing = answer.status === 429 || answer.status >= 500;
        if (!passing || attempt === tries) throw new Refused(answer.status, problem);
      }
      const asked = Number(answer?.headers.get('retry-after')) || 0;
      const seconds = Math.max(Math.min(asked, 60), 2 ** (attempt - 2)) * (0.8 + Math.random() * 0.4);
      await pause(seconds * 1000, undefined, { signal: this.stopping });
    }
  }

  async #fetch(path, init, ms) {
    const url = new URL(path, this.settings.url);
    if (url.origin !== new URL(this.settings.url).origin) throw new Refused(0, { detail: `${url.origin} is not the platform` });
    const headers = { ...init.headers, authorization: `Bearer ${await this.#signedIn()}` };
    const signal = AbortSignal.any([this.stopping, AbortSignal.timeout(ms)]);
    return fetch(url, { ...init, headers, signal, redirect: 'error' });
  }

  /** A token for the next minute at least. An assertion is good for one use, so that each try makes its own. */
  async #signedIn() {
    if (Date.now() < this.#goodUntil - 60_000) return this.#token;
    const answer = await fetch(`${this.settings.url}/api/identity/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion(this.settings),
      }),
      signal: AbortSignal.any([this.stopping, AbortSignal.timeout(callMs)]),
    });
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      if (answer.status === 429 || answer.status >= 500) throw new Error(`signing in: ${answer.status}`);
      throw new Refused(answer.status, body);
    }
    this.#token = body.access_token;
    this.#goodUntil = Date.now() + body.expires_in * 1000;
    return this.#token;
  }
}
