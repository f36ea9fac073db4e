import { Injectable } from '@nestjs/common';
import type { Tx } from '@karez/persistence';
import type { SupervisionItem } from './supervision-item.entity.js';
import { SupervisionNoticesTask } from './supervision-notices.task.js';
import { SupervisionParts } from './supervision-parts.js';

/** What follows when the last day of an item moves: its parts, the open to-dos, and the notices that the calendar sends. */
@Injectable()
export class SupervisionTerm {
  constructor(
    private readonly parts: SupervisionParts,
    private readonly notices: SupervisionNoticesTask,
  ) {}

  async move(tx: Tx, item: SupervisionItem, until: Date): Promise<void> {
    const from = item.dueAt;
    item.extend(until);
    await this.#follow(tx, item, from);
  }

  /** The item has its new day already. */
  async moved(tx: Tx, item: SupervisionItem, from: Date): Promise<void> {
    await this.#follow(tx, item, from);
  }

  async #follow(tx: Tx, item: SupervisionItem, from: Date): Promise<void> {
    await tx.save(item);
    await this.parts.extend(tx, item.id, from, item.dueAt);
    await tx.manager.query(`update todo set due_at = $3 where subject_id = $1 and due_at = $2 and state = 'open'`, [
      ...[item.id, from, item.dueAt],
    ]);
    await this.notices.plan(tx, item);
  }
}
