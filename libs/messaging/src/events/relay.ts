import { type EventEnvelope } from '@karez/contracts-kernel';
import { jetstream } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { Bus } from '../bus.js';
import type { Watch } from '../watch.js';
import { type BrokerPolicy, ensureStream, managerOf } from './streams.js';

const batch = 100;

/**
 * Publishes what commands have written into the outbox. A row is published again until its sending was committed, so a
 * relay killed at any point loses nothing and may double; the inbox undoes doubles. Rows stay after they were sent.
 */
export class OutboxRelay {
  #stopped = false;
  #wake: () => void = () => undefined;
  #listener?: Client;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly bus: Bus,
    private readonly dataSource: DataSource,
    private readonly policy: BrokerPolicy,
    private readonly watch: Watch,
    private readonly idleMs = 1_000,
  ) {}

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    await this.#running;
    await this.#listener?.end().catch(() => undefined);
  }

  async #run(): Promise<void> {
    let ready = false;
    while (!this.#stopped) {
      try {
        await this.#listen();
        if (!this.bus.up) ready = false;
        else if (!ready) {
          await ensureStream(await managerOf(this.bus), this.bus.service, this.policy);
          ready = true;
        }
        if (!ready || (await this.#publishBatch()) < batch) await this.#idle();
      } catch (error) {
        ready = false;
        this.watch.healing('outbox relay', error);
        await this.#idle();
      }
    }
  }

  /** One transaction: lock unsent rows, publish them, mark them. `id > last` would skip a late commit for ever. */
  async #publishBatch(): Promise<number> {
    const js = jetstream(this.bus.connection, { timeout: 5_000 });
    return this.dataSource.transaction(async (manager) => {
      const rows = await manager.query<
        {
          id: string;
          subject: string;
          envelope: EventEnvelope;
        }[]
      >('select id, subject, envelope from outbox where sent_at is null order by position limit $1 for update skip locked', [batch]);
      if (!rows.length) return 0;
      await Promise.all(
        rows.map(({ id, subject, envelope }) => {
          const header = headers();
          header.set('traceparent', envelope.trace);
          return js.publish(subject, JSON.stringify(envelope), { msgID: id, headers: header });
        }),
      );
      await manager.query('update outbox set sent_at = now() where id = any($1)', [rows.map(({ id }) => id)]);
      return rows.length;
    });
  }

  #idle(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.idleMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #listen(): Promise<void> {
    if (this.#listener) return;
    const { url } = this.dataSource.options as { url?: string };
    const client = new Client({ connectionString: url, application_name: `karez-${this.bus.service}-relay` });
    client.on('error', () => (this.#listener = undefined));
    client.on('end', () => (this.#listener = undefined));
    client.on('notification', () => this.#wake());
    await client.connect();
    await client.query('listen outbox');
    this.#listener = client;
  }
}
