import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-exchange';
import { keyApi } from '@karez/contracts-exchange';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { RevokeKeyHandler } from './commands/revoke-key.handler.js';
import { RotateKeyHandler } from './commands/rotate-key.handler.js';
import { KeyLists } from './key.lists.js';

@Controller()
export class KeyController implements Handlers<typeof keyApi> {
  constructor(
    private readonly lists: KeyLists,
    private readonly rotate: RotateKeyHandler,
    private readonly revoke: RevokeKeyHandler,
  ) {}

  @Handles(keyApi.listKeys)
  listKeys(request: contract.ListKeys, ctx: Ctx): Promise<Page<contract.BodyKeyView>> {
    return this.lists.list(request, ctx);
  }
  @Handles(keyApi.rotateKey)
  rotateKey(request: contract.RotateKey, ctx: Ctx): Promise<contract.BodyKeyView> {
    return this.rotate.execute(request, ctx);
  }
  @Handles(keyApi.revokeKey)
  revokeKey(request: contract.RevokeKey, ctx: Ctx): Promise<contract.BodyKeyView> {
    return this.revoke.execute(request, ctx);
  }
}
