import { Injectable } from '@nestjs/common';
import type { ImportBpmn, ProcedureImported, ProcedureView, PublishProcedure } from '@karez/contracts-approval';
import type { Ctx } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { BpmnDrawing, type Procedure, readBpmn, WorkflowEngine } from '@karez/workflow';
import { ItemPublisher } from '../../item/item-publisher.js';
import { assertReachesWindows } from '../../item/reaches-windows.js';
import { definitionOf } from '../definition-shape.js';
import { asProcedureRefusal } from '../procedure-refusals.js';
import { ProcedureLists } from '../procedure.lists.js';

const needed = 'approval.procedure.write';

/** 发布审批流程: a next version, from its JSON or from a drawing. New applications of its item run on it; cases under way stay on theirs. */
@Injectable()
export class PublishProcedureHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
    private readonly items: ItemPublisher,
    private readonly lists: ProcedureLists,
  ) {}

  /** @throws DomainError `auth.out_of_scope`, `approval.procedure.invalid` */
  publish({ definition }: PublishProcedure, ctx: Ctx): Promise<ProcedureView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await assertReachesWindows(tx, needed);
      return this.#publish(tx, definitionOf(definition));
    });
  }

  /** @throws DomainError `auth.out_of_scope`, `approval.procedure.invalid` */
  import({ code, xml }: ImportBpmn, ctx: Ctx): Promise<ProcedureImported> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await assertReachesWindows(tx, needed);
      const [{ latest }] = await tx.manager.query<[{ latest: number }]>(
        'select coalesce(max(version), 0)::int as latest from workflow_procedure where code = $1',
        [code],
      );
      const drawing = await asProcedureRefusal(BpmnDrawing.read(xml));
      const { procedure, unsupported } = readBpmn(drawing, { code, version: latest + 1 });
      const published = await this.#publish(tx, definitionOf({ ...procedure }));
      await tx.manager.query('insert into procedure_drawing (code, version, xml) values ($1, $2, $3)', [code, latest + 1, xml]);
      return { procedure: published, unsupported: [...unsupported] };
    });
  }

  async #publish(tx: Tx, procedure: Procedure): Promise<ProcedureView> {
    const { code, version } = procedure;
    const [there] = await tx.manager.query<unknown[]>('select 1 from workflow_procedure where code = $1 and version = $2', [code, version]);
    await asProcedureRefusal(this.engine.publish(tx, procedure));
    // the same once more changes nothing
    if (!there) await this.items.runOn(tx, code, version);
    return this.lists.get({ code, version }, tx.manager);
  }
}
