import { Injectable } from '@nestjs/common';
import type { GrantRole, PersonView, PostView } from '@karez/contracts-identity';
import { type Ctx, DomainError, newId } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { refusingDuplicate } from '../../duplicates.js';
import { invalidField } from '../../invalid-field.js';
import { noticeTo } from '../../notification/notice.js';
import { Person } from '../../person/person.entity.js';
import { assertNotSelf } from '../../person/person.policy.js';
import { personView } from '../../person/person.view.js';
import { currentPosts } from '../../person/post.js';
import { authorityChanged } from '../../session/session-changes.js';
import { assertWithinOwn, toBeHeld } from '../own-limits.js';
import { Role } from '../role.entity.js';

/** 授予角色, to one post of a person, over a scope; never to oneself and never beyond what one has. */
@Injectable()
export class GrantRoleHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(request: GrantRole, ctx: Ctx): Promise<PersonView> {
    const { personId, postId, roleId, scope } = request;
    return this.unitOfWork.run(ctx, async (tx) => {
      const person = await tx.load(Person, personId);
      const post = (await currentPosts(tx.manager, personId)).find(({ id }) => id === postId);
      if (!post || !(await tx.reaches('identity.role.grant', post.orgId))) throw new DomainError('not_found', { id: postId });
      const role = await tx.load(Role, roleId);
      role.assertStanding();
      assertNotSelf(ctx.actor, personId);
      person.assertActive();
      const listed = await listedBodies(tx, request, post);
      const orgIds = scope === 'unit' || scope === 'unit_and_below' ? [post.orgId] : listed;
      await assertWithinOwn(tx.manager, ctx.actor, 'identity.role.grant', { permissions: toBeHeld(role), scope, orgIds });
      const grant = [newId(), postId, roleId, scope, listed, ctx.now, ctx.actor.id];
      await refusingDuplicate({ role_grant_once: new DomainError('identity.role.granted_already') }, () =>
        tx.manager.query(
          'insert into role_grant (id, post_id, role_id, scope, org_ids, granted_at, granted_by) values ($1, $2, $3, $4, $5, $6, $7)',
          grant,
        ),
      );
      tx.touch('role', roleId);
      await noticeTo(tx, person, 'role_granted', { role: role.name, orgName: post.orgName, title: post.title });
      await tx.save(person);
      await authorityChanged(tx, { postIds: [postId] });
      return personView(tx.manager, ctx.actor, personId);
    });
  }
}

/** The bodies that `listed` and `basin` are measured from; a basin body's own people may leave theirs out. */
async function listedBodies(tx: Tx, { scope, orgIds = [] }: GrantRole, post: PostView): Promise<readonly string[]> {
  if (scope !== 'listed' && scope !== 'basin') return [];
  const wanted = [...new Set(orgIds.length || scope === 'listed' ? orgIds : [post.orgId])];
  if (!wanted.length) throw invalidField('orgIds', 'arrayNotEmpty', '请选择机构');
  const kind = scope === 'basin' ? `and kind = 'basin_body'` : '';
  const [{ found }] = await tx.manager.query<[{ found: number }]>(
    `select count(*)::int as found from org where id = any($1::uuid[]) and abolished_on is null ${kind}`,
    [wanted],
  );
  if (found !== wanted.length) throw invalidField('orgIds', 'exists', scope === 'basin' ? '请选择流域机构' : '有机构不存在或已撤销');
  return wanted;
}
