import { Controller } from '@nestjs/common';
import {
  type Authority,
  authorityApi,
  type GetAuthority,
  type Jwks,
  type ListSessionChanges,
  type SessionChanges,
} from '@karez/contracts-identity';
import type { Empty } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { SigningKeys } from '../key/signing-keys.js';
import { Authorities } from './authority.js';
import { sessionChanges } from './session-changes.js';

/** What the gateway and the other services ask about callers. */
@Controller()
export class AuthorityController implements Handlers<typeof authorityApi> {
  constructor(
    private readonly authorities: Authorities,
    private readonly keys: SigningKeys,
    private readonly dataSource: DataSource,
  ) {}

  @Handles(authorityApi.getAuthority)
  getAuthority({ accessToken }: GetAuthority, ctx: Ctx): Promise<Authority> {
    return this.authorities.of(accessToken, ctx.now);
  }

  @Handles(authorityApi.getJwks)
  getJwks(_request: Empty, _ctx: Ctx): Promise<Jwks> {
    return this.keys.jwks();
  }

  @Handles(authorityApi.listSessionChanges)
  listSessionChanges({ since }: ListSessionChanges, _ctx: Ctx): Promise<SessionChanges> {
    return sessionChanges(this.dataSource, since);
  }
}
