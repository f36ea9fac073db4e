import { Injectable } from '@nestjs/common';
import type { Tx } from '@karez/persistence';
import { Bodies } from '../body/bodies.js';
import { CustodyDesk } from '../custody/custody-desk.js';
import type { Custody } from '../custody/custody.entity.js';
import { MirrorDesk } from '../delivery/mirror-desk.js';
import type { Happening } from '../evidence/timeline.js';
import { overdue } from './overdue-happening.js';
import { Deadlines } from './deadlines.js';
import { levelAt } from './escalation.policy.js';

/** What is said of one delivery whose deadline has passed; on both sides, where both are here. The caller holds the delivery. */
@Injectable()
export class OverdueMarks {
  constructor(
    private readonly desk: CustodyDesk,
    private readonly mirror: MirrorDesk,
    private readonly deadlines: Deadlines,
    private readonly bodies: Bodies,
  ) {}

  /** Once for each deadline, and not before it: `tx.ctx.now` is the database's time. */
  async mark(tx: Tx, deliveryId: string): Promise<void> {
    const { now } = tx.ctx;
    const custody = await this.desk.find(tx, deliveryId);
    if (custody) {
      if (!custody.becomesOverdue(now)) return;
      custody.overdue(now);
      await tx.save(custody);
      await this.desk.note(tx, custody, overdue(custody.dueAt!));
    }
    const delivery = await this.mirror.find(tx, deliveryId);
    if (!delivery?.becomesOverdue(now)) return;
    delivery.overdue(now);
    await tx.save(delivery);
    await this.mirror.note(tx, delivery, overdue(delivery.dueAt!));
  }

  /** One step of the ladder after the other, also those that nobody was here to take in their time. */
  async escalate(tx: Tx, deliveryId: string): Promise<void> {
    const custody = await this.desk.find(tx, deliveryId);
    if (custody?.state !== 'delivered' || !custody.overdueAt || !custody.dueAt) return;
    const reached = levelAt(await this.deadlines.calendar(tx.manager), custody.dueAt, tx.ctx.now);
    for (let level = custody.escalated + 1; level <= reached; level += 1) {
      custody.escalate(level);
      await tx.save(custody);
      await this.#tell(tx, custody, level);
    }
  }

  async #tell(tx: Tx, custody: Custody, level: number): Promise<void> {
    const [recipient, above] = await this.bodies.lineOf(tx.manager, custody.orgId);
    const told = level === 1 ? recipient : above;
    const happening: Happening = { kind: 'escalated', data: { level }, ...(told && { orgName: told.name }) };
    await this.desk.note(tx, custody, happening);
    const delivery = await this.mirror.find(tx, custody.id);
    if (delivery) await this.mirror.note(tx, delivery, happening);
  }
}
