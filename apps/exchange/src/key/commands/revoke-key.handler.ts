import { Injectable } from '@nestjs/common';
import type { BodyKeyView, RevokeKey } from '@karez/contracts-exchange';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { KeyChanges } from '../key-changes.js';
import { KeyLists } from '../key.lists.js';
import { KeyRing } from '../key-ring.js';

/** 撤销单位密钥. */
@Injectable()
export class RevokeKeyHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: KeyChanges,
    private readonly ring: KeyRing,
    private readonly lists: KeyLists,
  ) {}

  async execute({ keyId, reason }: RevokeKey, ctx: Ctx): Promise<BodyKeyView> {
    await this.unitOfWork.run(ctx, async (tx) => {
      await this.changes.revoke(tx, keyId, reason);
      return { keyId };
    });
    this.ring.forget(keyId);
    return this.lists.one(keyId, ctx);
  }
}
