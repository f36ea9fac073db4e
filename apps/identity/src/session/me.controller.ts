import { Controller } from '@nestjs/common';
import {
  type ChangePassword,
  type ConfirmFactor,
  type FactorEnrolment,
  type Me,
  meApi,
  type RecoveryCodes,
  type UpdateMe,
} from '@karez/contracts-identity';
import type { Empty } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { ChangePasswordHandler } from './commands/change-password.handler.js';
import { ConfirmFactorHandler } from './commands/confirm-factor.handler.js';
import { EnrolFactorHandler } from './commands/enrol-factor.handler.js';
import { RemoveFactorHandler } from './commands/remove-factor.handler.js';
import { UpdateMeHandler } from './commands/update-me.handler.js';
import { MeView } from './me.view.js';

/** The caller's own account. */
@Controller()
export class MeController implements Handlers<typeof meApi> {
  constructor(
    private readonly meView: MeView,
    private readonly updateHandler: UpdateMeHandler,
    private readonly changePasswordHandler: ChangePasswordHandler,
    private readonly enrolHandler: EnrolFactorHandler,
    private readonly confirmHandler: ConfirmFactorHandler,
    private readonly removeHandler: RemoveFactorHandler,
  ) {}

  @Handles(meApi.getMe)
  getMe(_request: Empty, ctx: Ctx): Promise<Me> {
    return this.meView.of(ctx.actor, ctx.now);
  }

  @Handles(meApi.updateMe)
  updateMe(request: UpdateMe, ctx: Ctx): Promise<Me> {
    return this.updateHandler.execute(request, ctx);
  }

  @Handles(meApi.changePassword)
  changePassword(request: ChangePassword, ctx: Ctx): Promise<Empty> {
    return this.changePasswordHandler.execute(request, ctx);
  }

  @Handles(meApi.enrolFactor)
  enrolFactor(_request: Empty, ctx: Ctx): Promise<FactorEnrolment> {
    return this.enrolHandler.execute(ctx);
  }

  @Handles(meApi.confirmFactor)
  confirmFactor(request: ConfirmFactor, ctx: Ctx): Promise<RecoveryCodes> {
    return this.confirmHandler.execute(request, ctx);
  }

  @Handles(meApi.removeFactor)
  removeFactor(_request: Empty, ctx: Ctx): Promise<Empty> {
    return this.removeHandler.execute(ctx);
  }
}
