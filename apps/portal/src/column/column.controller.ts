import { Controller } from '@nestjs/common';
import {
  columnApi,
  type Columns,
  type ColumnView,
  type CreateColumn,
  type ListColumns,
  type SetColumnState,
  type UpdateColumn,
} from '@karez/contracts-portal';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { ColumnTree } from './columns.js';
import { WriteColumnHandler } from './commands/write-column.handler.js';

@Controller()
export class ColumnController implements Handlers<typeof columnApi> {
  constructor(
    private readonly tree: ColumnTree,
    private readonly writing: WriteColumnHandler,
  ) {}

  @Handles(columnApi.listColumns)
  listColumns({ siteId }: ListColumns, ctx: Ctx): Promise<Columns> {
    return this.tree.of(siteId, ctx);
  }
  @Handles(columnApi.createColumn)
  createColumn(request: CreateColumn, ctx: Ctx): Promise<ColumnView> {
    return this.writing.create(request, ctx);
  }
  @Handles(columnApi.updateColumn)
  updateColumn(request: UpdateColumn, ctx: Ctx): Promise<ColumnView> {
    return this.writing.update(request, ctx);
  }
  @Handles(columnApi.setColumnState)
  setColumnState(request: SetColumnState, ctx: Ctx): Promise<ColumnView> {
    return this.writing.setState(request, ctx);
  }
}
