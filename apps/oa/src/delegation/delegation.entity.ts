import { DelegationChanged, delegationFlow, type DelegationState, longestDelegation, type TodoKind } from '@karez/contracts-oa';
import { DomainError, newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

export interface Terms {
  readonly toId: string;
  readonly kinds: readonly TodoKind[];
  readonly from: Date;
  readonly until: Date;
  readonly reason: string | null;
}
const dayMs = 86_400_000;

/** 委托代办: for a period, and for all work or some kinds of it, somebody acts for another. */
@Entity('delegation')
export class Delegation extends StatefulAggregate<Delegation, DelegationState> {
  protected readonly flow = delegationFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: DelegationState = delegationFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('uuid') readonly fromId!: string;
  @Column('uuid') readonly toId!: string;
  @Column('text', { array: true }) readonly kinds!: TodoKind[];
  @Column('timestamptz') readonly fromAt!: Date;
  @Column('timestamptz') readonly untilAt!: Date;
  @Column('text', { nullable: true }) readonly reason!: string | null;
  @Column('timestamptz') readonly grantedAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly revokedAt: Date | null = null;

  /** @throws DomainError `oa.delegation.self`, `oa.delegation.period` */
  static grant(fromId: string, { toId, kinds, from, until, reason }: Terms, now: Date): Delegation {
    if (fromId === toId) throw new DomainError('oa.delegation.self');
    if (until <= from || until <= now || until.getTime() - from.getTime() > longestDelegation * dayMs)
      throw new DomainError('oa.delegation.period', { days: longestDelegation });
    const delegation = new Delegation();
    delegation.change({
      ...{ id: newId(), fromId, toId, kinds: [...new Set(kinds)], fromAt: from, untilAt: until, reason, grantedAt: now },
    });
    delegation.#told();
    return delegation;
  }

  /** 收回: at any time, also before it began. */
  revoke(now: Date): void {
    this.moveTo('revoked', { revokedAt: now });
    this.#told();
  }

  #told(): void {
    const { id, fromId, toId, state } = this;
    this.record(new DelegationChanged(id, fromId, toId, state), { personIds: [fromId, toId] });
  }
}
