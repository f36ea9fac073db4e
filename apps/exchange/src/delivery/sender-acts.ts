import { Injectable } from '@nestjs/common';
import { actRules, type DeliveryAct, exchangeWords } from '@karez/contracts-exchange';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { personOf } from '../custody/custody-desk.js';
import { Statements } from '../evidence/statements.js';
import { PostRoom } from '../letter/post-room.js';
import { Delivery } from './delivery.entity.js';
import { lockDelivery } from './lock.js';
import { MirrorDesk, refOf } from './mirror-desk.js';
import { chinaClock } from '../china-clock.js';

const owner = (alias: string) => ({ org: `${alias}.org_id` });
const urgeAgainMs = 10 * 60_000;

/** What the sending body does with one delivery. Each method locks it, checks the table of acts, and leaves it saved. */
@Injectable()
export class SenderActs {
  constructor(
    private readonly mirror: MirrorDesk,
    private readonly statements: Statements,
    private readonly postRoom: PostRoom,
  ) {}

  /** @throws DomainError `not_found`, `exchange.delivery.already_signed`, `…already_decided`, `…act_refused` */
  async load(tx: Tx, deliveryId: string, act: DeliveryAct): Promise<Delivery> {
    await lockDelivery(tx.manager, deliveryId);
    const delivery = await tx.loadInScope(Delivery, deliveryId, actRules[act].needs, owner);
    assertAct(delivery, act);
    return delivery;
  }

  /** 撤回: done at once while nothing has left, else a request to the custody holder. */
  async recall(tx: Tx, delivery: Delivery, reason: string): Promise<void> {
    const { actor, now } = tx.ctx;
    if (delivery.state === 'queued' && delivery.attempts === 0) {
      delivery.recallUnsent(actor.name, now, reason);
      await tx.save(delivery);
      await tx.manager.query(`update letter set state = 'done' where delivery_id = $1`, [delivery.id]);
      return this.mirror.note(tx, delivery, { kind: 'recalled', personName: actor.name, data: { text: reason } });
    }
    delivery.askRecall(now);
    await tx.save(delivery);
    await tx.manager.query(`update letter set state = 'done' where delivery_id = $1 and kind = 'consign'`, [delivery.id]);
    await this.#say(tx, delivery, 'recall', reason);
  }

  /** 催办. @throws DomainError `exchange.delivery.urged_recently` */
  async urge(tx: Tx, delivery: Delivery, text: string): Promise<void> {
    const { now } = tx.ctx;
    const waited = delivery.lastUrgedAt ? now.getTime() - delivery.lastUrgedAt.getTime() : urgeAgainMs;
    if (waited < urgeAgainMs)
      throw new DomainError('exchange.delivery.urged_recently', {
        ...{ at: chinaClock(delivery.lastUrgedAt!), minutes: Math.ceil((urgeAgainMs - waited) / 60_000) },
      });
    delivery.urge(now);
    await tx.save(delivery);
    await this.#say(tx, delivery, 'urge', text);
  }

  /** 商请收回: after sign-for both sides have to agree. */
  async askRevoke(tx: Tx, delivery: Delivery, reason: string): Promise<void> {
    delivery.askRevoke(tx.ctx.now);
    await tx.save(delivery);
    await this.#say(tx, delivery, 'revoke', reason);
  }

  async acknowledge(tx: Tx, delivery: Delivery): Promise<void> {
    delivery.acknowledge(tx.ctx.now);
    await tx.save(delivery);
    await this.#say(tx, delivery, 'acknowledged', '');
  }

  /** 立即重投: the same delivery, tried now. */
  async resend(tx: Tx, delivery: Delivery): Promise<void> {
    await tx.manager.query(
      `update letter set state = 'waiting', next_at = now(), claimed_until = null where delivery_id = $1 and state <> 'done'`,
      [delivery.id],
    );
    await tx.manager.query(`select pg_notify('letter', '')`);
    tx.touch('delivery', delivery.id);
    await this.mirror.note(tx, delivery, { kind: 'resumed', personName: tx.ctx.actor.name });
  }

  async #say(tx: Tx, delivery: Delivery, kind: keyof typeof said, text: string): Promise<void> {
    const { actor } = tx.ctx;
    const reason = text ? { reason: { text } } : {};
    const statement = await this.statements.make(tx, refOf(delivery), { kind, by: personOf(actor, delivery.orgId), ...reason });
    const data: Record<string, string> = text ? { text } : {};
    await this.mirror.note(tx, delivery, { kind: said[kind], personName: actor.name, data, statement });
    await this.postRoom.send(tx, statement);
  }
}
const said = { recall: 'recall_asked', urge: 'urged', revoke: 'revoke_asked', acknowledged: 'acknowledged' } as const;

/** Refuses by the table of acts, and shows who was first. */
export function assertAct(delivery: Delivery, act: DeliveryAct): void {
  const { state, decidedAt, decidedByName, receiptNumber, recipientName } = delivery;
  const rule = actRules[act];
  if (rule.states.includes(state)) {
    const reason = rule.unless?.(delivery.actFacts);
    if (reason === undefined) return;
    throw new DomainError('exchange.delivery.act_refused', { reason });
  }
  const at = decidedAt ? chinaClock(decidedAt) : '';
  const who = decidedByName ?? recipientName;
  const evidence = receiptNumber ? { receiptNumber, state, decidedAt: decidedAt?.toISOString(), who } : undefined;
  if (act === 'recall' && state === 'signed_for')
    throw new DomainError('exchange.delivery.already_signed', { at, who, receipt: receiptNumber ?? '' }, evidence);
  if (decidedAt) {
    const what = exchangeWords.deliveryState[state].replace('已', '');
    throw new DomainError('exchange.delivery.already_decided', { who, at, what, state, wanted: actWords[act] }, evidence);
  }
  throw new DomainError('exchange.delivery.act_refused', { reason: rule.otherwise });
}

export const actWords: Readonly<Record<DeliveryAct, string>> = {
  ...{ sign: '签收', reject: '拒收', return: '退文', agree_revoke: '同意收回', decline_revoke: '谢绝收回', print: '打印' },
  ...{ urge: '催办', recall: '撤回', resend: '重投', revoke: '商请收回', acknowledge: '确认退文', reissue: '重发' },
};
