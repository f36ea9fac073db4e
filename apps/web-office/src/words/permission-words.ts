import { exchangePermissions } from '@karez/contracts-exchange';
import { identityPermissions } from '@karez/contracts-identity';
import { portalPermissions } from '@karez/contracts-portal';

/** Every permission that a place of this workspace may need, as the office says it. */
export const permissionWords: Readonly<Record<string, { readonly zh: string }>> = {
  ...identityPermissions,
  ...exchangePermissions,
  ...portalPermissions,
};
