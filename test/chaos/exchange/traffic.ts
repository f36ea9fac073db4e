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
/** Below what a gateway lets one session ask. */
const paceMs = 150;

/** Documents go out and are signed for, whatever happens to the platform; who gets no answer asks again with the same key. */
export class Traffic {
  readonly #crowd: Crowd;
  readonly #run = randomUUID().slice(0, 8);
  readonly #acknowledged = new Map<string, Body>();
  readonly #unanswered: string[] = [];
  #on = true;
  #over = false;
  readonly #work: Promise<unknown>;

  constructor(crowd: Crowd) {
    this.#crowd = crowd;
    this.#work = Promise.all([this.#send(), ...crowd.bodies.map((body) => this.#sign(body))]);
    this.#work.catch(() => undefined);
  }

  /** No more is sent; waits until all that was acknowledged is signed for. */
  async end(): Promise<Toll> {
    const { sender, bodies } = this.#crowd;
    this.#on = false;
    const began = performance.now();
    let open = this.#acknowledged.size;
    while (open > 0 && performance.now() - began < 2 * patienceMs) {
      await pause(300);
      open = (await this.#dispatches()).filter(({ counts }) => counts.signed_for !== 1).length;
    }
    const convergedInSeconds = (performance.now() - began) / 1000;
    this.#over = true;
    await this.#work;
    const wrong: string[] = this.#unanswered.map((call) => `${call}: no answer within a minute`);
    if (open) wrong.push(`${open} not signed for`);
    const had = await this.#dispatches();
    if (had.length !== this.#acknowledged.size) wrong.push(`${this.#acknowledged.size} acknowledged, ${had.length} there`);
    await together([...this.#acknowledged.keys()], 2, async (id) => {
      const { body: evidence } = await this.#asked('GET', `/exchange/deliveries/${id}/evidence`, sender);
      const { verdict, custody } = await verifyEvidence(Buffer.from(typeof evidence === 'string' ? evidence : JSON.stringify(evidence)));
      if (verdict !== 'valid' || custody !== 'signed_for') wrong.push(`${id}: evidence ${verdict}, ${custody}`);
    });
    for (const body of bodies) {
      const had = await this.#arrivals(body, 'signed_for');
      const sent = [...this.#acknowledged].filter(([, to]) => to === body).map(([id]) => id);
      const doubled = had.filter((id) => !this.#acknowledged.has(id));
      if (had.length !== sent.length || doubled.length) wrong.push(`${body.name}: ${sent.length} sent, ${had.length} there`);
    }
    return { sent: this.#acknowledged.size, signed: this.#acknowledged.size - open, convergedInSeconds, wrong };
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
      await pause(paceMs);
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
      if (this.#over || (!this.#on && mine().every((id) => signed.has(id)))) return;
    }
  }

  async #arrivals(body: Body, state: string): Promise<string[]> {
    const rows = await this.#all<{ id: string; state: string }>('/exchange/inbox', body.token!);
    return rows.filter((each) => each.state === state).map(({ id }) => id);
  }

  #dispatches(): Promise<{ counts: { signed_for?: number } }[]> {
    return this.#all('/exchange/dispatches', () => Promise.resolve(this.#crowd.sender));
  }

  /** Everything of this run, over all pages. */
  async #all<Row>(path: string, token: () => Promise<string>): Promise<Row[]> {
    const rows: Row[] = [];
    for (let after = ''; ;) {
      const more = after && `&after=${encodeURIComponent(after)}`;
      const { body: page } = await this.#asked('GET', `${path}?limit=100&q=${this.#run}${more}`, await token());
      rows.push(...page.items);
      if (!page.next) return rows;
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
        if (error instanceof DOMException && error.name === 'TimeoutError') this.#unanswered.push(`${method} ${path}`);
        last = error;
      }
    }
    throw new Error(`${method} ${path}: ${String(last)}`);
  }
}
