import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Watch } from '@karez/messaging';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { LetterRound } from './letter-round.js';

const atOnce = 4;
const batch = 64;
const idleMs = 1_000;

/** A letter that waits to be carried. */
export interface Letter {
  readonly id: string;
  readonly deliveryId: string;
  /** Empty when the other side is served by this node. */
  readonly nodeId: string;
  readonly kind: string;
  readonly statement: string | null;
  readonly attempts: number;
}

/** Carries letters, woken by the database the moment one is written. Any number of replicas may do so: each letter is leased to one. */
@Injectable()
export class Courier implements OnApplicationBootstrap, OnModuleDestroy {
  #stopped = false;
  #wake: () => void = () => undefined;
  #listener?: Client;
  #running: Promise<void> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly round: LetterRound,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  onApplicationBootstrap(): void {
    this.#running = this.#run();
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    await this.#running;
    await this.#listener?.end().catch(() => undefined);
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#listen();
        if (!(await this.#carryBatch())) await this.#idle();
      } catch (error) {
        this.watch.healing('courier', error);
        await this.#idle();
      }
    }
  }

  /** @returns whether there was anything to carry */
  async #carryBatch(): Promise<boolean> {
    const [letters] = await this.source.query<[Letter[], number]>(
      `update letter set claimed_until = clock_timestamp() + interval '60 seconds' where id in (
         select id from letter where state = 'waiting' and next_at <= clock_timestamp() and (claimed_until is null or claimed_until < clock_timestamp())
         order by next_at, id limit $1 for update skip locked)
       returning id, delivery_id as "deliveryId", node_id as "nodeId", kind, statement, attempts`,
      [batch],
    );
    const waiting = [...letters];
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let letter = waiting.shift(); letter && !this.#stopped; letter = waiting.shift()) await this.round.carry(letter);
      }),
    );
    if (waiting.length) await this.source.query('update letter set claimed_until = null where id = any($1)', [waiting.map(({ id }) => id)]);
    return letters.length > 0;
  }

  #idle(): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, idleMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #listen(): Promise<void> {
    if (this.#listener) return;
    const { url } = this.source.options as { url?: string };
    const client = new Client({ connectionString: url, application_name: 'karez-exchange-courier' });
    const gone = (): void => void (this.#listener = undefined);
    client.on('error', gone).on('end', gone);
    client.on('notification', () => this.#wake());
    await client.connect();
    await client.query('listen letter');
    this.#listener = client;
  }
}
