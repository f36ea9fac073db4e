import { approvalContract } from '@karez/contracts-approval';
import { exchangeContract } from '@karez/contracts-exchange';
import { filesContract } from '@karez/contracts-files';
import { identityContract, type PermissionCatalogue } from '@karez/contracts-identity';
import type { Contract, Permission } from '@karez/contracts-kernel';
import { oaContract } from '@karez/contracts-oa';
import { portalContract } from '@karez/contracts-portal';
import { DomainError } from '@karez/kernel';

/** The services whose permissions can be granted and whose acts are audited. */
export const contracts: readonly Contract[] = [
  identityContract,
  filesContract,
  exchangeContract,
  approvalContract,
  portalContract,
  oaContract,
];

const texts = new Map(contracts.flatMap(({ permissions }) => Object.entries(permissions)));
const summaries = new Map(contracts.flatMap(({ api }) => Object.values(api).map(({ subject, summary }) => [subject, summary])));

export const permissionTitle = (permission: Permission): string => texts.get(permission)?.zh ?? permission;
/** What an operation is called in the office; its subject when it is no operation of today. */
export const operationTitle = (subject: string): string => summaries.get(subject) ?? subject;

/** @throws DomainError `identity.role.permission_unknown` */
export function knownPermissions(permissions: readonly string[]): readonly Permission[] {
  const unknown = permissions.find((permission) => !texts.has(permission));
  if (unknown !== undefined) throw new DomainError('identity.role.permission_unknown', { permission: unknown });
  return permissions as readonly Permission[];
}

export const permissionCatalogue = (): PermissionCatalogue => ({
  items: contracts.flatMap(({ service, title: serviceTitle, permissions }) =>
    Object.entries(permissions).map(([permission, { zh: title }]) => ({ permission, service, serviceTitle, title })),
  ),
});
