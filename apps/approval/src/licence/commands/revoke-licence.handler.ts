import { Injectable } from '@nestjs/common';
import type { LicenceRow, RevokeLicence } from '@karez/contracts-approval';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { ApprovalCase } from '../../case/case.entity.js';
import { CaseLog } from '../../case/case-log.js';
import { Licence } from '../licence.entity.js';
import { licenceRow } from '../licence.lists.js';

/** 撤销许可: told in the timeline of the case that brought it. */
@Injectable()
export class RevokeLicenceHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: CaseLog,
  ) {}

  /** @throws DomainError `not_found`, `approval.licence.over` */
  execute({ licenceId, reason }: RevokeLicence, ctx: Ctx): Promise<LicenceRow> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const licence = await tx.loadInScope(Licence, licenceId, 'approval.licence.write', (alias) => ({ org: `${alias}.org_id` }));
      licence.revoke(reason, ctx.now);
      const kase = await tx.load(ApprovalCase, licence.caseId);
      kase.tell('licence_revoked');
      await tx.save(licence, kase);
      await this.log.note(tx, kase.id, { kind: 'licence_revoked', text: `撤销《${licence.name}》（${licence.number}）：${reason}` });
      return licenceRow(licence, ctx.now);
    });
  }
}
