import { Controller } from '@nestjs/common';
import { type Me, sessionApi, type StepUp, type SteppedUp, type SwitchPost } from '@karez/contracts-identity';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { StepUpHandler } from './commands/step-up.handler.js';
import { SwitchPostHandler } from './commands/switch-post.handler.js';

/** What the caller may do in the session that is open: in which post, and whether for signing. */
@Controller()
export class CapacityController implements Handlers<typeof sessionApi, 'stepUp' | 'switchPost'> {
  constructor(
    private readonly stepUpHandler: StepUpHandler,
    private readonly switchPostHandler: SwitchPostHandler,
  ) {}

  @Handles(sessionApi.stepUp)
  stepUp(request: StepUp, ctx: Ctx): Promise<SteppedUp> {
    return this.stepUpHandler.execute(request, ctx);
  }

  @Handles(sessionApi.switchPost)
  switchPost(request: SwitchPost, ctx: Ctx): Promise<Me> {
    return this.switchPostHandler.execute(request, ctx);
  }
}
