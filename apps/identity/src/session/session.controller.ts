import { Controller } from '@nestjs/common';
import { type EndSession, type RefreshSession, sessionApi, type SessionList, type SignedIn, type SignIn } from '@karez/contracts-identity';
import type { Empty } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { EndSessionHandler } from './commands/end-session.handler.js';
import { RefreshSessionHandler } from './commands/refresh-session.handler.js';
import { SignInHandler } from './commands/sign-in.handler.js';
import { SignOutHandler } from './commands/sign-out.handler.js';
import { listSessions } from './session.lists.js';

/** Coming in, staying, going out. */
@Controller()
export class SessionController implements Handlers<
  typeof sessionApi,
  'signIn' | 'refreshSession' | 'signOut' | 'listSessions' | 'endSession'
> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly signInHandler: SignInHandler,
    private readonly refreshHandler: RefreshSessionHandler,
    private readonly signOutHandler: SignOutHandler,
    private readonly endHandler: EndSessionHandler,
  ) {}

  @Handles(sessionApi.signIn)
  signIn(request: SignIn, ctx: Ctx): Promise<SignedIn> {
    return this.signInHandler.execute(request, ctx);
  }

  @Handles(sessionApi.refreshSession)
  refreshSession(request: RefreshSession, ctx: Ctx): Promise<SignedIn> {
    return this.refreshHandler.execute(request, ctx);
  }

  @Handles(sessionApi.signOut)
  signOut(_request: Empty, ctx: Ctx): Promise<Empty> {
    return this.signOutHandler.execute(ctx);
  }

  @Handles(sessionApi.listSessions)
  listSessions(_request: Empty, ctx: Ctx): Promise<SessionList> {
    return listSessions(this.dataSource, ctx.actor, ctx.now);
  }

  @Handles(sessionApi.endSession)
  endSession(request: EndSession, ctx: Ctx): Promise<Empty> {
    return this.endHandler.execute(request, ctx);
  }
}
