import { Injectable } from '@nestjs/common';
import type { PersonView, WithdrawRole } from '@karez/contracts-identity';
import { type Ctx, DomainError, type Grant } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { noticeTo } from '../../notification/notice.js';
import { Person } from '../../person/person.entity.js';
import { assertNotSelf } from '../../person/person.policy.js';
import { personView } from '../../person/person.view.js';
import { authorityChanged } from '../../session/session-changes.js';
import { assertNotAbove } from '../own-limits.js';

interface Granted extends Grant {
  readonly postId: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly role: string;
}

/** 收回角色; what one could not have granted one cannot take away. */
@Injectable()
export class WithdrawRoleHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ personId, grantId }: WithdrawRole, ctx: Ctx): Promise<PersonView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const person = await tx.load(Person, personId);
      const granted = await currentGrant(tx, personId, grantId);
      if (!granted || !(await tx.reaches('identity.role.grant', granted.orgId))) throw new DomainError('not_found', { id: grantId });
      assertNotSelf(ctx.actor, personId);
      await assertNotAbove(tx.manager, ctx.actor, 'identity.role.grant', [granted]);
      await tx.manager.query('update role_grant set ended_at = $2, ended_by = $3 where id = $1', [grantId, ctx.now, ctx.actor.id]);
      await noticeTo(tx, person, 'role_withdrawn', { role: granted.role, orgName: granted.orgName });
      await tx.save(person);
      await authorityChanged(tx, { postIds: [granted.postId] });
      return personView(tx.manager, ctx.actor, personId);
    });
  }
}

async function currentGrant(tx: Tx, personId: string, grantId: string): Promise<Granted | undefined> {
  const [row] = await tx.manager.query<[Granted | undefined]>(
    `select post.id as "postId", post.org_id as "orgId", org.name as "orgName", role.name as role, role.permissions, granted.scope,
       case when granted.scope in ('unit', 'unit_and_below') then array[post.org_id] else granted.org_ids end as "orgIds"
     from role_grant granted join post on post.id = granted.post_id join org on org.id = post.org_id join role on role.id = granted.role_id
     where granted.id = $1 and post.person_id = $2 and granted.ended_at is null and post.valid_to is null`,
    [grantId, personId],
  );
  return row;
}
