import { Injectable } from '@nestjs/common';
import type { ColumnView, CreateColumn, SetColumnState, UpdateColumn } from '@karez/contracts-portal';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { Site } from '../../site/site.entity.js';
import { unlessTaken } from '../../unique.js';
import { SiteColumn } from '../column.entity.js';
import { ColumnTree } from '../columns.js';
import { relist } from '../listing.js';

/** 栏目 are kept by whoever keeps the site. */
@Injectable()
export class WriteColumnHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tree: ColumnTree,
  ) {}

  create(request: CreateColumn, ctx: Ctx): Promise<ColumnView> {
    return this.#write(ctx, async (tx) => {
      await this.#site(tx, request.siteId);
      const column = SiteColumn.open(request.siteId, request.code, request);
      await assertParent(tx, column);
      return column;
    });
  }

  update(request: UpdateColumn, ctx: Ctx): Promise<ColumnView> {
    return this.#write(ctx, async (tx) => {
      const column = await this.#column(tx, request.columnId);
      const { parentId } = column;
      column.edit(request, request.version);
      await assertParent(tx, column);
      await tx.save(column);
      // lists of the columns above hold the articles too
      if (parentId !== column.parentId) await relist(tx.manager, column.siteId);
      return column;
    });
  }

  setState({ columnId, state }: SetColumnState, ctx: Ctx): Promise<ColumnView> {
    return this.#write(ctx, async (tx) => {
      const column = await this.#column(tx, columnId);
      column.setState(state);
      return column;
    });
  }

  #write(ctx: Ctx, work: (tx: Tx) => Promise<SiteColumn>): Promise<ColumnView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const column = await work(tx);
      const refusals = { site_column_site_id_code_key: () => new DomainError('portal.column.code_taken', { code: column.code }) };
      await unlessTaken(refusals, () => tx.save(column));
      return (await this.tree.views([column], tx.manager))[0]!;
    });
  }

  #site(tx: Tx, siteId: string): Promise<Site> {
    return tx.loadInScope(Site, siteId, 'portal.site.write', (alias) => ({ org: `${alias}.org_id` }));
  }

  /** The site is held too: of two moves at once the second sees the first's tree. */
  async #column(tx: Tx, columnId: string): Promise<SiteColumn> {
    const found = await tx.manager.findOneBy(SiteColumn, { id: columnId });
    if (!found) throw new DomainError('not_found', { id: columnId });
    await this.#site(tx, found.siteId);
    return tx.load(SiteColumn, columnId);
  }
}

/** @throws DomainError `portal.column.parent_invalid` */
async function assertParent({ manager }: Tx, { id, siteId, parentId }: SiteColumn): Promise<void> {
  let above = parentId;
  while (above) {
    const parent: SiteColumn | null = await manager.findOneBy(SiteColumn, { id: above, siteId });
    if (!parent || parent.id === id) throw new DomainError('portal.column.parent_invalid');
    above = parent.parentId;
  }
}
