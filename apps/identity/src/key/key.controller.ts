import { Controller } from '@nestjs/common';
import { identityApi, type Jwks } from '@karez/contracts-identity';
import type { Empty } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { SigningKeys } from './signing-keys.js';

@Controller()
export class KeyController implements Handlers<typeof identityApi, 'getJwks'> {
  constructor(private readonly keys: SigningKeys) {}

  @Handles(identityApi.getJwks)
  async getJwks(_request: Empty, _ctx: Ctx): Promise<Jwks> {
    return (await this.keys.jwks()) as Jwks;
  }
}
