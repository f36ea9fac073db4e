import { Injectable } from '@nestjs/common';
import type { ClientRow, RegisterClient } from '@karez/contracts-identity';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { knownPermissions, permissionTitle } from '../../catalogue.js';
import { Org } from '../../org/org.entity.js';
import { isAdministrative } from '../../role/admin.policy.js';
import { assertWithinOwn } from '../../role/own-limits.js';
import { checkedKey } from '../client-key.policy.js';
import { Client } from '../client.entity.js';
import { clientView } from '../client.view.js';

/** 登记接入系统, with its public key. A system is never an administrator. */
@Injectable()
export class RegisterClientHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute({ name, orgId, permissions: wanted, scope, publicJwk }: RegisterClient, ctx: Ctx): Promise<ClientRow> {
    const permissions = knownPermissions(wanted);
    const administrative = permissions.find(isAdministrative);
    if (administrative)
      throw new DomainError('identity.role.beyond_own', { what: permissionTitle(administrative), permission: administrative });
    const { thumbprint, jwk } = await checkedKey(publicJwk);
    return this.unitOfWork.run(ctx, async (tx) => {
      const org = await tx.loadInScope(Org, orgId, 'identity.client.write', (alias) => ({ org: `${alias}.id` }));
      org.assertStanding();
      await assertWithinOwn(tx.manager, ctx.actor, 'identity.client.write', { permissions, scope, orgIds: [orgId] });
      const client = Client.register({ name, orgId, permissions, scope }, ctx.now);
      await tx.save(client);
      await tx.manager.query('insert into client_key (client_id, thumbprint, public_jwk, created_at) values ($1, $2, $3, $4)', [
        client.id,
        thumbprint,
        jwk,
        ctx.now,
      ]);
      return clientView(tx.manager, client.id);
    });
  }
}
