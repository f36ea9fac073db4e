import { RoleChanged } from '@karez/contracts-identity';
import type { Permission } from '@karez/contracts-kernel';
import { Aggregate, DomainError, newId } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { sortKey } from '../reading.js';

/** 三员: which of the three exclusive classes of administrator a role belongs to. */
export type AdminClass = 'system' | 'security' | 'audit';
export interface NewRole {
  readonly code: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly permissions: readonly Permission[];
  readonly builtIn?: boolean;
  readonly adminClass?: AdminClass;
}

/** A named set of permissions. What it reaches is said by each grant. */
@Entity('role')
export class Role extends Aggregate<Role> {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly code!: string;
  @Column('text') readonly name!: string;
  @Column('text') readonly nameSort!: string;
  @Column('text', { nullable: true }) readonly description!: string | null;
  @Column('boolean') readonly builtIn!: boolean;
  @Column('varchar', { nullable: true }) readonly adminClass!: AdminClass | null;
  @Column('text', { array: true }) readonly permissions!: readonly Permission[];
  @Column('timestamptz', { nullable: true }) readonly removedAt!: Date | null;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;

  static define({ code, name, description, permissions, builtIn = false, adminClass }: NewRole): Role {
    const role = new Role();
    role.change({ id: newId(), code, builtIn, adminClass: adminClass ?? null, removedAt: null });
    role.change({ name, nameSort: sortKey(name), description: description ? description : null, permissions: [...permissions].sort() });
    role.#tell();
    return role;
  }

  /** @throws DomainError `state.version_changed` */
  redefine({ name, description, permissions }: Pick<NewRole, 'name' | 'description' | 'permissions'>, seenVersion: number): void {
    if (seenVersion !== this.version) throw new DomainError('state.version_changed', {}, { version: this.version });
    this.change({ name, nameSort: sortKey(name), description: description ? description : null, permissions: [...permissions].sort() });
    this.#tell();
  }

  /**
   * Hides the role; past grants go on naming it, and its code is free again.
   * @throws DomainError `identity.role.built_in`, `identity.role.in_use`
   */
  remove(grants: number, now: Date): void {
    if (this.builtIn) throw new DomainError('identity.role.built_in');
    if (grants > 0) throw new DomainError('identity.role.in_use', { grants });
    this.change({ removedAt: now, permissions: [] });
    this.#tell();
  }

  /** @throws DomainError `not_found` for a role that was removed */
  assertStanding(): void {
    if (this.removedAt) throw new DomainError('not_found', { id: this.id });
  }

  #tell(): void {
    this.record(new RoleChanged(this.id, this.permissions));
  }
}
