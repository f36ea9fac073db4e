import type { Permission } from '@karez/contracts-kernel';

/** Permissions whose holder changes what others may do, or sees what others did: an administrator, who needs a second factor. */
const administrative: ReadonlySet<Permission> = new Set<Permission>([
  ...(['identity.org.write', 'identity.person.write', 'identity.person.disable', 'identity.role.write', 'identity.role.grant'] as const),
  ...(['identity.client.write', 'identity.audit.read', 'identity.dead_letter.replay'] as const),
  // a body's key is its word, and another node is believed: both decide who speaks for whom
  ...(['exchange.key.write', 'exchange.peer.write', 'exchange.dead_letter.replay'] as const),
]);

export const isAdministrative = (permission: Permission): boolean => administrative.has(permission);
export const isAdministrator = (grants: readonly { readonly permissions: readonly Permission[] }[]): boolean =>
  grants.some(({ permissions }) => permissions.some(isAdministrative));
