import { Injectable } from '@nestjs/common';
import type { Migrated, MigrateProcedure, MigrationLine } from '@karez/contracts-approval';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { type MigrationChange, type MigrationReport, type Procedure, WorkflowEngine } from '@karez/workflow';
import { assertReachesWindows } from '../../item/reaches-windows.js';
import { asProcedureRefusal, sayingOf } from '../procedure-refusals.js';

const words: Readonly<Record<MigrationChange['what'], string>> = {
  ...{ moves: '移到', 'step-added': '增加环节', 'step-removed': '取消环节', 'step-changed': '环节有变' },
};

/** 在办件转到新版流程: each case as a whole or not at all; a dry run says exactly what the real one would do. */
@Injectable()
export class MigrateProcedureHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly engine: WorkflowEngine,
  ) {}

  /** @throws DomainError `auth.out_of_scope`, `approval.procedure.unknown` */
  execute({ code, from, to, dryRun = false }: MigrateProcedure, ctx: Ctx): Promise<Migrated> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await assertReachesWindows(tx, 'approval.procedure.write');
      const [before, after] = [
        await asProcedureRefusal(this.engine.procedure(tx, code, from)),
        await asProcedureRefusal(this.engine.procedure(tx, code, to)),
      ];
      // the cases first, always: as every act on a case does
      const cases = await tx.manager.query<{ number: string; instanceId: string }[]>(
        `select kase.number, kase.instance_id as "instanceId" from "case" kase join workflow_instance instance on instance.id = kase.instance_id
         where instance.code = $1 and instance.version = $2 and instance.state in ('running', 'suspended') order by kase.id for update of kase`,
        [code, from],
      );
      const numbers = new Map(cases.map(({ instanceId, number }) => [instanceId, number]));
      const reports = await asProcedureRefusal(this.engine.migrate(tx, [...numbers.keys()], to, { dryRun }));
      const lines = reports.map((report) => lineOf(report, numbers.get(report.instanceId)!, [before, after]));
      const moved = lines.filter(({ refused }) => refused === undefined).length;
      return { moved, lines: lines.sort((one, other) => (one.caseNumber < other.caseNumber ? -1 : 1)) };
    });
  }
}

function lineOf({ changes, refusal }: MigrationReport, caseNumber: string, versions: readonly Procedure[]): MigrationLine {
  const nameOf = (id: string): string => versions.flatMap(({ nodes }) => nodes).find((node) => node.id === id)?.name ?? id;
  const said = changes.map(({ what, nodeId, from }) =>
    what === 'moves' ? `由“${nameOf(String(from))}”移到“${nameOf(nodeId)}”` : `${words[what]}“${nameOf(nodeId)}”`,
  );
  return { caseNumber, changes: said, ...(refusal && { refused: sayingOf(refusal.code, refusal.params) }) };
}
