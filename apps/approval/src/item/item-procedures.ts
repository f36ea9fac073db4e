import { Injectable } from '@nestjs/common';
import type { ItemSheet } from '@karez/contracts-approval';
import type { Tx } from '@karez/persistence';
import { WorkflowEngine } from '@karez/workflow';
import { procedureCodeOf, procedureOf } from './item-procedure.js';

/** The procedures of the items, versioned: a case stays on the one it was accepted with. */
@Injectable()
export class ItemProcedures {
  constructor(private readonly engine: WorkflowEngine) {}

  /** Publishes what the steps of a sheet describe. @returns its version */
  async publish(tx: Tx, sheet: ItemSheet): Promise<number> {
    const [{ latest }] = await tx.manager.query<[{ latest: number }]>(
      'select coalesce(max(version), 0)::int as latest from workflow_procedure where code = $1',
      [procedureCodeOf(sheet.code)],
    );
    await this.engine.publish(tx, procedureOf(sheet, latest + 1));
    return latest + 1;
  }
}
