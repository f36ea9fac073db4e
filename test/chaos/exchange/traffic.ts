import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyEvidence } from '../../../tools/verify-evidence.mjs';
import { type Body, type Crowd, together } from '../../crowd/crowd.ts';
import type { Answer } from '../../nodes/node-client.ts';

export interface Toll {
  readonly sent: number;
  readonly signed: number;
  /** Seconds after the last disturbance until every document that was acknowledged had been signed for, on both sides. */
  readonly convergedInSeconds: number;
  /** Acknowledged and gone, there twice, or seen differently by the two sides. */
  readonly wrong: readonly string[];
}
const patienceMs = 60_000;

/** Documents go out and are signed for, whatever happens to the platform; who gets no answer asks again with the same key. */
export class Traffic {
  readonly #crowd: Crowd;
  readonly #run = randomUUID().slice(0, 8);
  readonly #acknowledged = new Map<string, Body>();
  #on = true;
  readonly #work: Promise<unknown>;

  constructor(crowd: Crowd) {
    this.#crowd = crowd;
    this.#work = Promise.all([this.#send(), ...crowd.bodies.map((body) => this.#sign(body))]);
    this.#work.catch(() => undefined);
  }

  /** No more is sent; waits until all that was acknowledged is signed for. */
  async end(): Promise<Toll> {
    const { node, sender, bodies } = this.#crowd;
    this.#on = false;
    const began = performance.now();
    const open = new Map(this.#acknowledged);
    while (open.size > 0 && performance.now() - began < 2 * patienceMs) {
      await together([...open.keys()], 4, async (id) => {
        if ((await this.#asked('GET', `/exchange/deliveries/${id}`, sender)).body.state === 'signed_for') open.delete(id);
      });
      await pause(200);
    }
    const convergedInSeconds = (performance.now() - began) / 1000;
    await this.#work;
    const wrong = [...open.keys()].map((id) => `${id}: not signed for`);
    await together([...this.#acknowledged], 4, async ([id, body]) => {
      const [token, evidence] = [await body.token!(), await node.done('GET', `/exchange/deliveries/${id}/evidence`, sender)];
      const theirs = await node.done('GET', `/exchange/deliveries/${id}`, token);
      if (theirs.state !== 'signed_for') wrong.push(`${id}: the recipient sees ${theirs.state}`);
      const { verdict, custody } = await verifyEvidence(Buffer.from(typeof evidence === 'string' ? evidence : JSON.stringify(evidence)));
      if (verdict !== 'valid' || custody !== 'signed_for') wrong.push(`${id}: evidence ${verdict}, ${custody}`);
    });
    for (const body of bodies) {
      const had = await this.#arrivals(body, 'signed_for');
      const sent = [...this.#acknowledged].filter(([, to]) => to === body).map(([id]) => id);
      const doubled = had.filter((id) => !this.#acknowledged.has(id));
      if (had.length !== sent.length || doubled.length) wrong.push(`${body.name}: ${sent.length} sent, ${had.length} there`);
    }
    return { sent: this.#acknowledged.size, signed: this.#acknowledged.size - open.size, convergedInSeconds, wrong };
  }

  async #send(): Promise<void> {
    const { sender, bodies } = this.#crowd;
    for (let serial = 1; this.#on; serial++) {
      const to = bodies[serial % bodies.length]!;
      const document = await this.#done('/exchange/documents', sender, {
        ...{ title: `关于巡查情况的通知（${this.#run}）`, documentType: 'notice', issueDate: '2026-11-26', body: '请知悉。' },
        documentNumber: { agencyCode: `巡${this.#run}`, year: 2026, serial },
      });
      await this.#done(`/exchange/documents/${document.id}/seal`, sender, {});
      const { deliveries } = await this.#done('/exchange/dispatches', sender, { documentId: document.id, primary: [to.id] });
      this.#acknowledged.set(deliveries[0].id, to);
    }
  }

  /** A body's system: signs for what has arrived, until nothing more comes. */
  async #sign(body: Body): Promise<void> {
    const signed = new Set<string>();
    const mine = (): string[] => [...this.#acknowledged].filter(([, to]) => to === body).map(([id]) => id);
    for (const end = Date.now() + 30 * patienceMs; Date.now() < end; await pause(300)) {
      for (const id of await this.#arrivals(body, 'delivered')) {
        await this.#done(`/exchange/deliveries/${id}/sign`, await body.token!(), {});
        signed.add(id);
      }
      if (!this.#on && mine().every((id) => signed.has(id))) return;
    }
  }

  async #arrivals(body: Body, state: string): Promise<string[]> {
    const ids: string[] = [];
    for (let after = ''; ;) {
      const path = `/exchange/inbox?limit=100&q=${this.#run}${after && `&after=${encodeURIComponent(after)}`}`;
      const { body: page } = await this.#asked('GET', path, await body.token!());
      ids.push(...page.items.filter((each: { state: string }) => each.state === state).map(({ id }: { id: string }) => id));
      if (!page.next) return ids;
      after = page.next;
    }
  }

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is whatever came
  async #done(path: string, token: string, body: object): Promise<any> {
    return (await this.#asked('POST', path, token, body)).body;
  }

  /** Asks until there is an answer; the same key each time, so that the act is done once. @throws Error with a refusal */
  async #asked(method: string, path: string, token: string, body?: object): Promise<Answer> {
    const key = randomUUID();
    let last: unknown;
    for (const end = Date.now() + 3 * patienceMs; Date.now() < end; await pause(250)) {
      try {
        const answer = await this.#crowd.node.call(method, path, token, body, key);
        if (answer.status < 300) return answer;
        last = `${answer.status} ${JSON.stringify(answer.body)}`;
        if (answer.status < 500 && answer.status !== 429) break;
      } catch (error) {
        last = error;
      }
    }
    throw new Error(`${method} ${path}: ${String(last)}`);
  }
}
