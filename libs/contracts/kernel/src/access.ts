/** What a role can grant, as `<service>.<thing>.<act>`: `identity.person.write`. */
export type Permission = `${string}.${string}.${string}`;
/** The three realms of callers. A permission is held by staff and by service clients; applicants own their own things. */
export type Realm = 'staff' | 'applicant' | 'service';

/**
 * Who may call: `anyone` (also without signing in), `signed-in` (any realm), `staff`, `applicant`, `system` (another
 * service of this platform, over the bus only), or a permission that one of the caller's roles must grant.
 */
export type Access = 'anyone' | 'signed-in' | 'staff' | 'applicant' | 'system' | Permission;

/** How far a permission reaches, from the grant's own body: the person's own things, the unit, the unit and all below it, listed bodies, a basin, everything. */
export const dataScopes = ['self', 'unit', 'unit_and_below', 'listed', 'basin', 'all'] as const;
export type DataScope = (typeof dataScopes)[number];

export interface PermissionText {
  readonly zh: string;
  readonly en: string;
}
export type Permissions = Readonly<Record<Permission, PermissionText>>;

export const definePermissions = <const P extends Permissions>(permissions: P): P => permissions;
