import { Injectable } from '@nestjs/common';
import type { ImportItems, ItemsImported } from '@karez/contracts-approval';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { type CheckedItem, ItemPublisher } from '../item-publisher.js';
import { readWorkbook } from '../workbook.js';

/** 导入事项清单: all of it or nothing; a new item goes live without a line of code. */
@Injectable()
export class ImportItemsHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publisher: ItemPublisher,
  ) {}

  /** @throws DomainError `approval.import.…`, `auth.out_of_scope` for the window of a body that the caller does not reach */
  async execute({ items, workbook, dryRun }: ImportItems, ctx: Ctx): Promise<ItemsImported> {
    if (!items?.length === !workbook) throw new DomainError('approval.import.nothing');
    const brought = workbook ? await readWorkbook(workbook) : items!.map((raw, index) => ({ where: `items[${index}]`, raw }));
    if (!brought.length) throw new DomainError('approval.import.nothing');
    return this.unitOfWork.run(ctx, async (tx) => {
      const { good, problems } = await this.publisher.check(tx.manager, brought);
      for (const { windowOrgId } of good)
        if (!(await tx.reaches('approval.item.write', windowOrgId))) throw new DomainError('auth.out_of_scope');
      if (dryRun) return { items: good.map(asNew), problems };
      const [first] = problems;
      if (first) throw new DomainError('approval.import.refused', { count: problems.length, ...first }, { problems });
      const done: ItemsImported = { items: [], problems: [] };
      for (const item of [...good].sort(byCode)) done.items.push(await this.publisher.publish(tx, item));
      return done;
    });
  }
}

// in one order always, so that two imports never wait for each other in a circle
const byCode = (one: CheckedItem, other: CheckedItem): number => (one.sheet.code < other.sheet.code ? -1 : 1);
const asNew = ({ sheet: { code, name } }: CheckedItem) => ({ code, name, version: 0, unchanged: false });
