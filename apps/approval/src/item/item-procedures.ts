import { Injectable } from '@nestjs/common';
import type { ItemSheet } from '@karez/contracts-approval';
import type { Tx } from '@karez/persistence';
import { type Procedure, WorkflowEngine } from '@karez/workflow';
import { procedureCodeOf, procedureOf } from './item-procedure.js';

/** The procedures of the items, versioned: a case stays on the one that it was drafted on. */
@Injectable()
export class ItemProcedures {
  constructor(private readonly engine: WorkflowEngine) {}

  /**
   * What the steps of a sheet describe: published when they changed, else the version that the item runs on already, which may have been drawn by hand.
   * @param item with the version that is being published @returns the version of its procedure
   */
  async of(tx: Tx, sheet: ItemSheet, item: { readonly id: string; readonly publishedVersion: number }): Promise<number> {
    const [before] = await tx.manager.query<{ sheet: ItemSheet; procedureVersion: number }[]>(
      'select sheet, procedure_version as "procedureVersion" from item_version where item_id = $1 and version = $2',
      [item.id, item.publishedVersion - 1],
    );
    if (before && isSame(procedureOf(before.sheet, 1), procedureOf(sheet, 1))) return before.procedureVersion;
    const [{ latest }] = await tx.manager.query<[{ latest: number }]>(
      'select coalesce(max(version), 0)::int as latest from workflow_procedure where code = $1',
      [procedureCodeOf(sheet.code)],
    );
    await this.engine.publish(tx, procedureOf(sheet, latest + 1));
    return latest + 1;
  }
}

const isSame = (one: Procedure, other: Procedure): boolean => JSON.stringify(one) === JSON.stringify(other);
