import { Injectable } from '@nestjs/common';
import type { ClientRow, DisableClient } from '@karez/contracts-identity';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { endSessions } from '../../session/session-changes.js';
import { Client } from '../client.entity.js';
import { clientView } from '../client.view.js';

/** 停用接入系统: its tokens end with it. */
@Injectable()
export class DisableClientHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ clientId }: DisableClient, ctx: Ctx): Promise<ClientRow> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const client = await tx.loadInScope(Client, clientId, 'identity.client.write', (alias) => ({ org: `${alias}.org_id` }));
      client.disable();
      await tx.save(client);
      await endSessions(tx, { subjectId: clientId }, 'disabled');
      return clientView(tx.manager, clientId);
    });
  }
}
