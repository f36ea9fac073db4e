import {
  type ActFacts,
  deliveryFlow,
  DeliveryMoved,
  type DeliveryState,
  mirrorTargets,
  type RecipientRole,
  type RefusalReason,
} from '@karez/contracts-exchange';
import { DomainError, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { KnownStatement } from '../evidence/statement.js';

const time = { nullable: true } as const;

/** The sender's row of one recipient: a mirror that moves only on the custody holder's signed word, once the first attempt has left. */
@Entity('delivery')
export class Delivery extends StatefulAggregate<Delivery, DeliveryState> {
  protected readonly flow = deliveryFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: DeliveryState = deliveryFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('uuid') readonly dispatchId!: string;
  /** The sending body. */
  @Column('uuid') readonly orgId!: string;
  @Column('char') readonly digest!: string;
  @Column('timestamptz') readonly sentAt!: Date;
  @Column('uuid') readonly recipientId!: string;
  @Column('text') readonly recipientName!: string;
  @Column('text') readonly recipientKind!: string;
  @Column('varchar') readonly role!: RecipientRole;
  @Column('int') readonly ordinal!: number;
  @Column('int') readonly attempts: number = 0;
  @Column('text', { nullable: true }) readonly lastError: string | null = null;
  @Column('timestamptz', time) readonly firstFailedAt: Date | null = null;
  /** Number of the holder's latest decision that is known here. */
  @Column('int') readonly epoch: number = 0;
  @Column('timestamptz', time) readonly deliveredAt: Date | null = null;
  @Column('timestamptz', time) readonly dueAt: Date | null = null;
  @Column('timestamptz', time) readonly overdueAt: Date | null = null;
  @Column('timestamptz', time) readonly decidedAt: Date | null = null;
  @Column('text', { nullable: true }) readonly decidedByName: string | null = null;
  @Column('varchar', { nullable: true }) readonly reason: RefusalReason | null = null;
  @Column('text', { nullable: true }) readonly reasonText: string | null = null;
  @Column('text', { nullable: true }) readonly receiptNumber: string | null = null;
  @Column('int') readonly urged: number = 0;
  @Column('timestamptz', time) readonly lastUrgedAt: Date | null = null;
  @Column('timestamptz', time) readonly recallAskedAt: Date | null = null;
  @Column('timestamptz', time) readonly recallRefusedAt: Date | null = null;
  @Column('timestamptz', time) readonly revokeAskedAt: Date | null = null;
  @Column('timestamptz', time) readonly acknowledgedAt: Date | null = null;
  @Column('uuid', { nullable: true }) readonly supersedesId: string | null = null;
  @Column('uuid', { nullable: true }) readonly supersededById: string | null = null;

  get actFacts(): ActFacts {
    return {
      ...{ revokeAsked: this.revokeAskedAt !== null && this.state === 'signed_for', acknowledged: this.acknowledgedAt !== null },
      ...{ printQuota: 0, printed: 0, verified: true },
    };
  }

  /** The worker begins an attempt: from here on only the custody holder decides. */
  attempt(): void {
    this.moveTo('in_flight', { attempts: this.attempts + 1 });
    if (this.attempts === 1) this.#moved('attempt');
  }

  /** The attempt came to nothing; it is tried again. */
  failed(code: string, now: Date): void {
    this.change({ lastError: code, firstFailedAt: this.firstFailedAt ?? now });
    this.#moved('attempt_failed');
  }

  /** Policy says that a person must look. */
  stall(code: string): void {
    this.moveTo('stalled', { lastError: code });
    this.#moved('stalled');
  }

  /** 撤回 while nothing has left: nobody else has to be asked. */
  recallUnsent(by: string, now: Date, reason: string): void {
    this.moveTo('recalled', { recallAskedAt: now, decidedAt: now, decidedByName: by, reasonText: reason });
    this.#moved('recalled');
  }

  /** 撤回 is a request to the custody holder. */
  askRecall(now: Date): void {
    this.moveTo('recall_pending', { recallAskedAt: now });
    this.#moved('recall_asked');
  }

  urge(now: Date): void {
    this.change({ urged: this.urged + 1, lastUrgedAt: now });
    this.#moved('urged');
  }

  askRevoke(now: Date): void {
    this.change({ revokeAskedAt: now });
    this.#moved('revoke_asked');
  }

  /** The recipient does not agree: the document stays in force. */
  revokeDeclined({ says: { epoch = 0 } }: KnownStatement): boolean {
    if (epoch <= this.epoch) return false;
    this.change({ epoch, revokeAskedAt: null });
    this.#moved('revoke_declined');
    return true;
  }

  acknowledge(now: Date): void {
    this.change({ acknowledgedAt: now });
    this.#moved('acknowledged');
  }

  supersededBy(id: string): void {
    this.change({ supersededById: id });
    this.#moved('superseded');
  }

  /** The holder has not decided as far as is known here, and time is up. */
  becomesOverdue(now: Date): boolean {
    const waiting = this.state === 'delivered' || this.state === 'recall_pending';
    return waiting && this.overdueAt === null && this.dueAt !== null && this.dueAt <= now;
  }

  overdue(now: Date): void {
    this.change({ overdueAt: now });
    this.#moved('overdue');
  }

  /**
   * Follows a verified receipt. One that was overtaken by a later one changes nothing.
   * @returns whether it moved
   * @throws DomainError `state.move_refused` for a receipt that cannot follow from what is known: an alarm, never silent
   */
  follow(receipt: KnownStatement, state: DeliveryState): boolean {
    const { says } = receipt;
    const { epoch = 0 } = says;
    if (epoch <= this.epoch) return false;
    if (state === 'delivered' && this.state === 'recall_pending') {
      this.change({ epoch, ...this.#arrived(receipt) });
      return false;
    }
    const allowed = mirrorTargets(this.state);
    if (!allowed.includes(state)) throw new DomainError('state.move_refused', { from: this.state, to: state, allowed: allowed.join(' ') });
    const tooLate = this.state === 'recall_pending' && state !== 'recalled';
    this.moveTo(state, {
      ...{ epoch, lastError: null, firstFailedAt: null },
      ...(state === 'delivered' ? { ...this.#arrived(receipt), receiptNumber: receipt.number } : decisionOf(receipt)),
      ...(tooLate ? { recallRefusedAt: new Date(says.at) } : {}),
    });
    this.#moved(state);
    return true;
  }

  #arrived({ says: { at, details } }: KnownStatement): Partial<Delivery> {
    return { deliveredAt: this.deliveredAt ?? new Date(at), ...(details?.dueAt ? { dueAt: new Date(String(details.dueAt)) } : {}) };
  }

  #moved(kind: string): void {
    this.record(new DeliveryMoved(this.id, this.dispatchId, this.state, kind), { orgIds: [this.orgId] });
  }
}

const decisionOf = ({ says: { at, by, reason }, number }: KnownStatement): Partial<Delivery> => ({
  ...{ decidedAt: new Date(at), decidedByName: by?.name ?? null, receiptNumber: number },
  ...{ reason: (reason?.code as RefusalReason | undefined) ?? null, reasonText: reason?.text ?? null },
});
