import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DomainError } from '@karez/kernel';
import type { Watch } from '@karez/messaging';
import { Tx } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { ExchangeConfig } from '../config.js';
import { lockDelivery } from '../delivery/lock.js';
import { MirrorDesk } from '../delivery/mirror-desk.js';
import { jobContext } from '../jobs/job-context.js';
import { Consignments } from './consignments.js';
import type { Letter } from './letter.js';

const service = 'exchange';
/** A key that is missing, revoked or past its time heals by a person only. */
const needPerson = /^exchange\.key\.|^exchange\.letter\.|^crypto\.key/;

/** One letter's turn: carried, or put back with what stood in its way. */
@Injectable()
export class LetterRound {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly consignments: Consignments,
    private readonly mirror: MirrorDesk,
    private readonly config: ExchangeConfig,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  async carry(letter: Letter): Promise<void> {
    try {
      await this.#inTransaction(letter, async (tx) => {
        await this.consignments.carry(tx, letter);
        await tx.manager.query(`update letter set state = 'done', claimed_until = null where id = $1`, [letter.id]);
      });
    } catch (error) {
      await this.putBack(letter, error).catch((failure: unknown) => this.watch.healing(`letter ${letter.id}`, failure));
    }
  }

  /** Not carried: it is tried again later, or waits for a person; the sender's timeline says so. */
  async putBack(letter: Letter, error: unknown): Promise<void> {
    const code = error instanceof DomainError ? error.code : 'service.unavailable';
    if (!(error instanceof DomainError)) this.watch.healing(`letter ${letter.id}`, error);
    await this.#inTransaction(letter, async (tx) => {
      const delivery = letter.kind === 'consign' ? await this.mirror.find(tx, letter.deliveryId) : null;
      const { now } = tx.ctx;
      let parked = needPerson.test(code) && !(await this.#keyIsComing(tx, letter, code));
      if (delivery && (delivery.state === 'queued' || delivery.state === 'in_flight')) {
        // within the node the attempt was rolled back with what it failed at; to another node it was committed first
        if (letter.nodeId === '') delivery.attempt();
        delivery.failed(code, now);
        const since = delivery.firstFailedAt ?? now;
        parked ||= now.getTime() - since.getTime() > this.config.stallMinutes * 60_000;
        if (parked) delivery.stall(code);
        await tx.save(delivery);
        const data = { code, attempt: delivery.attempts };
        await this.mirror.note(tx, delivery, { kind: parked ? 'stalled' : 'attempt_failed', orgName: delivery.recipientName, data });
      }
      await tx.manager.query(
        `update letter set state = $2, attempts = attempts + 1, last_error = $3, claimed_until = null,
           next_at = clock_timestamp() + make_interval(secs => $4) where id = $1`,
        [letter.id, parked ? 'parked' : 'waiting', code, waitSeconds(letter)],
      );
    });
  }

  /** A body that was set up a moment ago has had no key yet: it is made by itself. */
  async #keyIsComing({ manager }: Tx, { deliveryId }: Letter, code: string): Promise<boolean> {
    if (code !== 'exchange.key.missing') return false;
    const [{ coming }] = await manager.query<[{ coming: boolean }]>(
      `select exists (select 1 from delivery where id = $1
         and not exists (select 1 from body_key where owner = recipient_id::text)) as coming`,
      [deliveryId],
    );
    return coming;
  }

  #inTransaction(letter: Letter, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.source.transaction(async (manager) => {
      await lockDelivery(manager, letter.deliveryId);
      const tx = new Tx(manager, jobContext('courier'), service);
      await work(tx);
    });
  }
}

/** 2, 4, 8 … s, each ± 20 %: at most 300 s within the node, 20 s to another one, so that both agree within a minute of the link's healing. */
const waitSeconds = ({ attempts, nodeId }: Letter): number =>
  Math.min(nodeId ? 20 : 300, 2 ** Math.min(attempts + 1, 9)) * (0.8 + Math.random() * 0.4);
