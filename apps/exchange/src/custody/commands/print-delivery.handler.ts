import { Injectable } from '@nestjs/common';
import type { PrintDelivery, PrintLicence } from '@karez/contracts-exchange';
import { type Ctx, DomainError, newId } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Bodies } from '../../body/bodies.js';
import { chinaClock } from '../../china-clock.js';
import { RecipientActs } from '../recipient-acts.js';

/** 打印登记: copies are counted before they are printed, so that no more can exist than were authorised. */
@Injectable()
export class PrintDeliveryHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: RecipientActs,
    private readonly bodies: Bodies,
  ) {}

  execute({ deliveryId, copies }: PrintDelivery, ctx: Ctx): Promise<PrintLicence> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const custody = await this.acts.load(tx, deliveryId, 'print');
      const { printQuota: quota, printed } = custody;
      if (custody.state === 'signed_for' && printed + copies > quota)
        throw new DomainError('exchange.delivery.quota_spent', { quota, printed, left: quota - printed });
      this.acts.assert(custody, 'print');
      custody.print(copies);
      await tx.save(custody);
      const { actor, now } = ctx;
      await tx.manager.query(
        'insert into print (id, delivery_id, at, person_id, person_name, copies, first_copy) values ($1, $2, $3, $4, $5, $6, $7)',
        [newId(), deliveryId, now, actor.id, actor.name, copies, printed + 1],
      );
      await this.acts.note(tx, custody, { kind: 'printed', personName: actor.name, data: { copies, first: printed + 1 } });
      const { name } = await this.bodies.get(tx.manager, custody.orgId);
      const watermark = `${name} ${actor.name} ${chinaClock(now)}`;
      return { firstCopy: printed + 1, lastCopy: printed + copies, watermark, left: quota - printed - copies };
    });
  }
}
