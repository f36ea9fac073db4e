import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Watch } from '@karez/messaging';
import { DataSource } from 'typeorm';
import type { Letter } from './letter.js';
import { LetterBell } from './letter-bell.js';
import { LetterRound } from './letter-round.js';

const atOnce = 4;
const batch = 64;
const idleMs = 1_000;

/** Carries letters within this node, woken the moment one is written. Any number of replicas may do so: each letter is leased to one. */
@Injectable()
export class Courier implements OnApplicationBootstrap, OnModuleDestroy {
  #stopped = false;
  #running: Promise<void> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly round: LetterRound,
    private readonly bell: LetterBell,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  onApplicationBootstrap(): void {
    this.#running = this.#run();
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopped = true;
    this.bell.ring();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const carried = await this.#carryBatch().catch((error: unknown) => this.watch.healing('courier', error));
      if (!carried && !this.#stopped) await this.bell.wait(idleMs);
    }
  }

  /** @returns whether there was anything to carry */
  async #carryBatch(): Promise<boolean> {
    const [letters] = await this.source.query<[Letter[], number]>(
      `update letter set claimed_until = clock_timestamp() + interval '60 seconds' where id in (
         select id from letter where node_id = '' and state = 'waiting' and next_at <= clock_timestamp()
           and (claimed_until is null or claimed_until < clock_timestamp())
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
}
