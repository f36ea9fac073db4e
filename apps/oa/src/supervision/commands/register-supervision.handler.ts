import { Injectable } from '@nestjs/common';
import type { RegisterSupervision } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { SupervisionIntake } from '../supervision-intake.js';

/** 登记. */
@Injectable()
export class RegisterSupervisionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly intake: SupervisionIntake,
  ) {}

  /** @throws DomainError `oa.supervision.due_past`, `oa.person.not_there`, `auth.out_of_scope` */
  execute(request: RegisterSupervision, ctx: Ctx): Promise<{ readonly itemId: string }> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { orgId } = ctx.actor;
      if (!orgId || !(await tx.reaches('oa.supervision.write', orgId))) throw new DomainError('auth.out_of_scope');
      return { itemId: await this.intake.register(tx, { ...request, orgId }) };
    });
  }
}
