import { OrgChanged, type OrgKind } from '@karez/contracts-identity';
import { Aggregate, DomainError, newId } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { assertOrgFacts, type OrgFacts } from './org.policy.js';

export interface NewOrg extends OrgFacts {
  readonly id?: string;
  readonly parentId: string | null;
  readonly position: number;
  /** Reading of the name, by which lists are sorted. */
  readonly nameSort: string;
  /** The basin bodies directly above it. */
  readonly basinIds?: readonly string[];
}

/** A body (机构): its own facts, and its place in the administrative line and under its basins. The dated relations are rows of `org_relation`. */
@Entity('org')
export class Org extends Aggregate<Org> {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly name!: string;
  @Column('text', { nullable: true }) readonly shortName!: string | null;
  @Column('text', { nullable: true }) readonly nameEn!: string | null;
  @Column('varchar') readonly kind!: OrgKind;
  @Column('varchar', { nullable: true }) readonly divisionCode!: string | null;
  @Column('varchar', { nullable: true }) readonly creditCode!: string | null;
  @Column('uuid', { nullable: true }) readonly parentId!: string | null;
  @Column('uuid', { array: true }) readonly basinIds!: readonly string[];
  @Column('int') readonly position!: number;
  @Column('text') readonly nameSort!: string;
  @Column('date') readonly validFrom!: string;
  @Column('date', { nullable: true }) readonly abolishedOn!: string | null;
  @Column('uuid', { nullable: true }) readonly successorId!: string | null;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;

  /** @throws DomainError `identity.org.credit_code_invalid`, `identity.org.division_unknown` */
  static setUp(facts: NewOrg, day: string): Org {
    assertOrgFacts(facts);
    const { id = newId(), name, shortName = null, nameEn = null, kind, divisionCode = null, creditCode = null } = facts;
    const org = new Org();
    org.change({ id, name, shortName, nameEn, kind, divisionCode, creditCode, validFrom: day, abolishedOn: null });
    const { parentId, position, nameSort, basinIds = [] } = facts;
    org.change({ parentId, position, nameSort, basinIds, successorId: null });
    org.#tell();
    return org;
  }

  rename(name: string, nameSort: string): void {
    this.assertStanding();
    this.change({ name, nameSort });
    this.#tell();
  }

  moveBelow(parentId: string): void {
    this.assertStanding();
    this.change({ parentId });
    this.#tell();
  }

  /**
   * @param day the first day on which the body is no more
   * @param successorId the body that it was merged into
   */
  abolish(day: string, successorId: string | null = null): void {
    this.assertStanding();
    this.change({ abolishedOn: day, successorId, basinIds: [] });
    this.#tell();
  }

  /** @throws DomainError `identity.org.abolished` with the day */
  assertStanding(): void {
    if (this.abolishedOn) throw new DomainError('identity.org.abolished', { name: this.name, date: this.abolishedOn });
  }

  #tell(): void {
    const { id, name, kind, divisionCode, parentId, abolishedOn, shortName, basinIds, successorId } = this;
    const told = new OrgChanged(id, name, kind, divisionCode, parentId, abolishedOn);
    this.record(told.with({ shortName, basinIds, successorId }));
  }
}
