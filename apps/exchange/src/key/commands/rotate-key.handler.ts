import { Injectable } from '@nestjs/common';
import type { BodyKeyView, RotateKey } from '@karez/contracts-exchange';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { Bodies } from '../../body/bodies.js';
import { exchanges } from '../../body/body.js';
import { KeyChanges } from '../key-changes.js';
import { KeyLists } from '../key.lists.js';

/** 更换单位密钥. */
@Injectable()
export class RotateKeyHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bodies: Bodies,
    private readonly changes: KeyChanges,
    private readonly lists: KeyLists,
  ) {}

  /** @throws DomainError `not_found` where the caller does not reach, and for a body whose keys are not here */
  async execute({ orgId, use }: RotateKey, ctx: Ctx): Promise<BodyKeyView> {
    const { keyId } = await this.unitOfWork.run(ctx, async (tx) => {
      const body = (await tx.reaches('exchange.key.write', orgId)) ? await this.bodies.find(tx.manager, orgId) : undefined;
      if (!body || !exchanges(body) || body.nodeId !== null) throw new DomainError('not_found', { id: orgId });
      return { keyId: await this.changes.rotate(tx, body, use) };
    });
    return this.lists.one(keyId, ctx);
  }
}
