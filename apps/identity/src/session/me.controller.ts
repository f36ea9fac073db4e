import { Controller } from '@nestjs/common';
import { identityApi, type Me } from '@karez/contracts-identity';
import type { Empty } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { MeView } from './me.view.js';

/** The caller's own account. */
@Controller()
export class MeController implements Handlers<typeof identityApi, 'getMe'> {
  constructor(private readonly meView: MeView) {}

  @Handles(identityApi.getMe)
  getMe(_request: Empty, ctx: Ctx): Promise<Me> {
    return this.meView.of(ctx.actor, ctx.now);
  }
}
