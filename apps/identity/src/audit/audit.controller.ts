import { Controller } from '@nestjs/common';
import { auditApi, type AuditRow, type ListAudit } from '@karez/contracts-identity';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { UnitOfWork } from '@karez/persistence';
import { listAudit } from './audit.lists.js';

/** Who reads the audit records is audited. */
@Controller()
export class AuditController implements Handlers<typeof auditApi> {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Handles(auditApi.listAudit)
  listAudit(request: ListAudit, ctx: Ctx): Promise<Page<AuditRow>> {
    return this.unitOfWork.run(ctx, (tx) => listAudit(tx.manager, request, ctx.actor), { keep: false });
  }
}
