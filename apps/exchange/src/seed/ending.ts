import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Tx } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { RecipientActs } from '../custody/recipient-acts.js';
import { lockDelivery } from '../delivery/lock.js';
import { SenderActs } from '../delivery/sender-acts.js';
import { Consignments } from '../letter/consignments.js';
import { clerkOf } from './people.js';
import type { Fate, Story } from './story.js';
import type { StoryClock } from './story-clock.js';
import { contextAt } from './story-context.js';

interface Copy {
  readonly id: string;
  readonly recipientId: string;
  readonly recipientName: string;
  readonly orgId: string;
}
type Step = (tx: Tx) => Promise<unknown>;

/** What becomes of each recipient's copy. */
@Injectable()
export class Ending {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly consignments: Consignments,
    private readonly recipients: RecipientActs,
    private readonly senders: SenderActs,
  ) {}

  async play(story: Story, dispatchId: string, sentAt: Date, clock: StoryClock): Promise<void> {
    const copies = await this.source.query<Copy[]>(
      `select id, recipient_id as "recipientId", recipient_name as "recipientName", org_id as "orgId" from delivery where dispatch_id = $1 order by ordinal`,
      [dispatchId],
    );
    for (const [index, copy] of copies.entries()) {
      const arrived = new Date(sentAt.getTime() + (20 + index * 3) * 1_000);
      await this.#as(copy.orgId, story.from, arrived, copy.id, async (tx) => {
        await this.consignments.carry(tx, { id: '', deliveryId: copy.id, nodeId: '', kind: 'consign', statement: null, attempts: 0 });
        await tx.manager.query(`update letter set state = 'done' where delivery_id = $1`, [copy.id]);
      });
      await this.#end(copy, fateOf(story, copy, index), story, clock, arrived);
    }
  }

  async #end(copy: Copy, fate: Fate, story: Story, clock: StoryClock, arrived: Date): Promise<void> {
    const recipient = (at: Date, step: Step) => this.#as(copy.recipientId, copy.recipientName, at, copy.id, step);
    const sender = (at: Date, step: Step) => this.#as(copy.orgId, story.from, at, copy.id, step);
    const lag = 12 + ((copy.recipientName.codePointAt(0)! * 37 + copy.recipientName.length * 61) % 400);
    const first = clock.after(arrived, lag);
    if (!first) return;
    const later = clock.after(first, 45) ?? new Date(first.getTime() + 5 * 60_000);
    switch (fate.end) {
      case 'waiting':
        if (fate.urged)
          await sender(first, async (tx) => this.senders.urge(tx, await this.senders.load(tx, copy.id, 'urge'), '请尽快签收'));
        return;
      case 'recalled':
        return sender(first, async (tx) => this.senders.recall(tx, await this.senders.load(tx, copy.id, 'recall'), fate.text));
      case 'rejected':
        return recipient(first, (tx) => this.#refuse(tx, copy, 'reject', fate));
      default:
        await recipient(first, async (tx) => {
          const custody = await this.recipients.load(tx, copy.id, 'sign');
          await this.recipients.decide(tx, custody, 'sign', { actor: tx.ctx.actor });
        });
    }
    if (fate.end === 'returned') {
      await recipient(later, (tx) => this.#refuse(tx, copy, 'return', fate));
      if (fate.acknowledged)
        await sender(new Date(later.getTime() + 60_000), async (tx) =>
          this.senders.acknowledge(tx, await this.senders.load(tx, copy.id, 'acknowledge')),
        );
    }
    if (fate.end === 'revoke_asked' || fate.end === 'revoked')
      await sender(later, async (tx) => this.senders.askRevoke(tx, await this.senders.load(tx, copy.id, 'revoke'), fate.text));
    if (fate.end === 'revoked')
      await recipient(new Date(later.getTime() + 600_000), async (tx) => {
        const custody = await this.recipients.load(tx, copy.id, 'agree_revoke');
        await this.recipients.decide(tx, custody, 'revoke', { actor: tx.ctx.actor });
      });
  }

  async #refuse(tx: Tx, copy: Copy, act: 'reject' | 'return', fate: Extract<Fate, { reason: unknown }>): Promise<void> {
    const custody = await this.recipients.load(tx, copy.id, act);
    await this.recipients.decide(tx, custody, act, { actor: tx.ctx.actor, reason: { code: fate.reason, text: fate.text } });
  }

  async #as(orgId: string, name: string, at: Date, deliveryId: string, step: Step): Promise<void> {
    await this.source.transaction(async (manager) => {
      const tx = new Tx(manager, contextAt(at, { id: orgId, name: clerkOf(name) }), 'exchange');
      await lockDelivery(manager, deliveryId);
      await step(tx);
      await tx.audit();
    });
  }
}

function fateOf({ fates, everyNthWaits }: Story, { recipientName }: Copy, index: number): Fate {
  const told = fates?.[recipientName];
  if (told) return told;
  return everyNthWaits && index % everyNthWaits === everyNthWaits - 1 ? { end: 'waiting' } : { end: 'signed' };
}
