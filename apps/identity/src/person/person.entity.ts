import {
  type NotificationKind,
  PersonChanged,
  personFlow,
  PersonNotified,
  type PersonState,
  type PostFact,
} from '@karez/contracts-identity';
import { DomainError, newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { sortKey } from '../reading.js';

export interface NewPerson {
  readonly account: string;
  readonly name: string;
  readonly mobile?: string | undefined;
  readonly email?: string | undefined;
  /** Body of the primary post. */
  readonly homeOrgId: string;
}
export interface Profile {
  readonly name?: string | undefined;
  /** Empty to remove. */
  readonly mobile?: string | undefined;
  readonly email?: string | undefined;
}

/** A member of staff (工作人员). Posts and grants are rows that change only while the person's row is held. */
@Entity('person')
export class Person extends StatefulAggregate<Person, PersonState> {
  protected readonly flow = personFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly account!: string;
  @Column('text') readonly name!: string;
  @Column('text') readonly nameSort!: string;
  @Column('text', { nullable: true }) readonly mobile!: string | null;
  @Column('text', { nullable: true }) readonly email!: string | null;
  @Column('varchar') readonly state: PersonState = personFlow.initial;
  @Column('text', { nullable: true }) readonly disabledReason!: string | null;
  @Column('uuid') readonly homeOrgId!: string;
  @Column('timestamptz') readonly createdAt!: Date;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;

  static register({ account, name, mobile, email, homeOrgId }: NewPerson, now: Date): Person {
    const person = new Person();
    const nameSort = sortKey(name, { person: true });
    person.change({ id: newId(), account, name, nameSort, homeOrgId, createdAt: now });
    person.change({ mobile: mobile ? mobile : null, email: email ? email : null, disabledReason: null });
    person.#tell();
    return person;
  }

  /** @throws DomainError `state.version_changed` when somebody else was faster */
  changeProfile({ name, mobile, email }: Profile, seenVersion: number): void {
    if (seenVersion !== this.version) throw new DomainError('state.version_changed', {}, { version: this.version });
    if (name !== undefined) this.change({ name, nameSort: sortKey(name, { person: true }) });
    this.changeContact(mobile, email);
    this.#tell();
  }

  /** An empty text removes; what is not given stays. */
  changeContact(mobile: string | undefined, email: string | undefined): void {
    if (mobile !== undefined) this.change({ mobile: mobile === '' ? null : mobile });
    if (email !== undefined) this.change({ email: email === '' ? null : email });
  }

  moveHome(orgId: string): void {
    this.change({ homeOrgId: orgId });
  }

  /** @throws DomainError `state.move_refused` */
  disable(reason: string): void {
    this.moveTo('disabled', { disabledReason: reason });
    this.#tell();
  }

  /** @throws DomainError `state.move_refused` */
  enable(): void {
    this.moveTo('active', { disabledReason: null });
    this.#tell();
  }

  /** @throws DomainError `identity.person.disabled` */
  assertActive(): void {
    if (this.state === 'disabled') throw new DomainError('identity.person.disabled');
  }

  /** The person was told something about the own account. */
  noticed(kind: NotificationKind): void {
    this.record(new PersonNotified(this.id, kind), { personIds: [this.id] });
  }

  /** Tells other services where the person works and how to reach them. */
  introduce(posts: readonly PostFact[]): void {
    const { account, nameSort, mobile, email } = this;
    const told = new PersonChanged(this.id, this.name, this.state).with({ account, nameSort, mobile, email, posts });
    this.record(told, { personIds: [this.id] });
  }

  #tell(): void {
    this.record(new PersonChanged(this.id, this.name, this.state), { personIds: [this.id] });
  }
}
