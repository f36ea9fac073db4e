import { type Actor, DomainError } from '@karez/kernel';
import type { Owner } from '@karez/auth';

/** Whose a person is when somebody acts on the account: the body of the primary post. */
export const ownerOfPerson = (person: string): Owner => ({ org: `${person}.home_org_id`, person: `${person}.id` });

/** @throws DomainError `identity.person.self`: power over the own account is somebody else's */
export function assertNotSelf(actor: Actor, personId: string): void {
  if (actor.realm === 'staff' && actor.id === personId) throw new DomainError('identity.person.self');
}
