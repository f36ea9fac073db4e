import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DueTask, OnTask } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { ItemPublisher } from '../item/item-publisher.js';
import { items } from './items.js';

export const catalogueTask = 'approval.catalogue';

/** Publishes the items that every installation begins with, when their windows have come from identity. */
@Injectable()
export class CatalogueTask {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly publisher: ItemPublisher,
  ) {}

  @OnTask(catalogueTask)
  async plant(task: DueTask): Promise<void> {
    const brought = items.map((sheet) => ({ where: sheet.code, raw: { ...sheet } }));
    const { good, problems } = await this.publisher.check(this.source.manager, brought);
    await task.complete(async (tx) => {
      const [first] = problems.filter(({ field }) => !['window', 'steps'].includes(field));
      if (first) throw new Error(`${first.where} ${first.field}: ${first.message}`);
      if (problems.length) await tx.schedule(catalogueTask, new Date(tx.ctx.now.getTime() + 1_000), {});
      else for (const item of good) await this.publisher.publish(tx, item);
    });
  }
}
