import { Controller } from '@nestjs/common';
import {
  type Authority,
  type GetAuthority,
  identityApi,
  type ListSessionChanges,
  type RefreshSession,
  type SessionChanges,
  type SignedIn,
  type SignIn,
} from '@karez/contracts-identity';
import type { Empty } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { Authorities } from './authority.js';
import { RefreshSessionHandler } from './commands/refresh-session.handler.js';
import { SignInHandler } from './commands/sign-in.handler.js';
import { SignOutHandler } from './commands/sign-out.handler.js';
import { sessionChanges } from './session-changes.js';

/** Coming in and going out, and what the gateway asks about it. */
@Controller()
export class SessionController implements Handlers<
  typeof identityApi,
  'signIn' | 'refreshSession' | 'signOut' | 'getAuthority' | 'listSessionChanges'
> {
  constructor(
    private readonly signInHandler: SignInHandler,
    private readonly refreshHandler: RefreshSessionHandler,
    private readonly signOutHandler: SignOutHandler,
    private readonly authorities: Authorities,
    private readonly dataSource: DataSource,
  ) {}

  @Handles(identityApi.signIn)
  signIn(request: SignIn, ctx: Ctx): Promise<SignedIn> {
    return this.signInHandler.execute(request, ctx);
  }

  @Handles(identityApi.refreshSession)
  refreshSession(request: RefreshSession, ctx: Ctx): Promise<SignedIn> {
    return this.refreshHandler.execute(request, ctx);
  }

  @Handles(identityApi.signOut)
  signOut(_request: Empty, ctx: Ctx): Promise<Empty> {
    return this.signOutHandler.execute(ctx);
  }

  @Handles(identityApi.getAuthority)
  getAuthority({ accessToken }: GetAuthority, ctx: Ctx): Promise<Authority> {
    return this.authorities.of(accessToken, ctx.now);
  }

  @Handles(identityApi.listSessionChanges)
  listSessionChanges({ since }: ListSessionChanges, _ctx: Ctx): Promise<SessionChanges> {
    return sessionChanges(this.dataSource, since);
  }
}
