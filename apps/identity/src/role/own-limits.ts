import { scopeSql } from '@karez/auth';
import type { Permission } from '@karez/contracts-kernel';
import { type Actor, DomainError, type Grant } from '@karez/kernel';
import type { EntityManager } from 'typeorm';
import { permissionTitle } from '../catalogue.js';
import { namedScope, platformWide } from '../reach.js';
import { isAdministrative, isAdministrator } from './admin.policy.js';
import type { Role } from './role.entity.js';

/**
 * Nobody hands on more than they have: of each permission no more than their own, and no further than their own reach.
 * Whoever holds `by` (the right to hand on) over everything is trusted with what others need for their work, held
 * or not; that is the security administrator's office, and nobody may exercise it on themselves.
 * @throws DomainError `identity.role.beyond_own` naming what is beyond
 */
export async function assertWithinOwn(manager: EntityManager, actor: Actor, by: Permission, handedOn: Grant): Promise<void> {
  const measured = platformWide(actor, by) ? [by] : [by, ...handedOn.permissions];
  for (const permission of measured) {
    if (!(await covers(manager, actor, permission, handedOn)))
      throw new DomainError('identity.role.beyond_own', { what: permissionTitle(permission), permission });
  }
}

/**
 * What of a role has to be held by whoever hands it on. 文书 and 领导 are everybody's daily work: who may grant in a body appoints its
 * clerks and leaders, as far as the own reach, without sending and receiving for that body.
 */
export const toBeHeld = ({ builtIn, permissions }: Pick<Role, 'builtIn' | 'permissions'>): readonly Permission[] =>
  builtIn && !isAdministrator([{ permissions }]) ? [] : permissions;

/**
 * Disabling an account or resetting its password must not be a way to more power: the administrative permissions of the
 * one acted upon have to be within the actor's own.
 * @throws DomainError `identity.role.beyond_own`
 */
export async function assertNotAbove(manager: EntityManager, actor: Actor, by: Permission, held: readonly Grant[]): Promise<void> {
  for (const grant of held) {
    const permissions = grant.permissions.filter(isAdministrative);
    if (permissions.length) await assertWithinOwn(manager, actor, by, { ...grant, permissions });
  }
}

async function covers(manager: EntityManager, actor: Actor, permission: Permission, { scope, orgIds }: Grant): Promise<boolean> {
  if (platformWide(actor, permission)) return true;
  if (scope === 'all') return false;
  if (scope === 'self') return actor.grants.some(({ permissions }) => permissions.includes(permission));
  const wanted = namedScope('wanted', { ...actor, grants: [{ permissions: [permission], scope, orgIds }] }, permission, { org: 'org.id' });
  const own = scopeSql(actor, permission, { org: 'org.id' });
  const query = manager.createQueryBuilder().select('1', 'one').from('org', 'org').where(wanted.sql, wanted.params);
  const beyond = await query.andWhere(`not (${own.sql})`, own.params).limit(1).getRawOne<object>();
  return beyond === undefined;
}
