import {
  type ActFacts,
  custodyFlow,
  CustodyMoved,
  type CustodyState,
  DeliverySignedFor,
  type DocumentFact,
  type DocumentType,
  type DeliveryCheck,
  type RecipientRole,
  type RefusalReason,
  type Urgency,
} from '@karez/contracts-exchange';
import { StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

const time = { nullable: true } as const;
export interface Decision {
  readonly at: Date;
  readonly byName: string | null;
  readonly receiptNumber: string;
  readonly reason?: RefusalReason;
  readonly reasonText?: string;
}
/** What the envelope and the document say of a delivery that arrives. */
export type Arrival = Pick<
  Custody,
  'id' | 'orgId' | 'senderId' | 'senderName' | 'dispatchId' | 'digest' | 'role' | 'title' | 'number' | 'documentType' | 'urgency' | 'sentAt'
> &
  Pick<Custody, 'arrivedAt' | 'dueAt' | 'replyBy' | 'note' | 'checks' | 'printQuota' | 'supersedesId'>;

/** The recipient's copy, held by the recipient's node, which alone decides what becomes of it. */
@Entity('custody')
export class Custody extends StatefulAggregate<Custody, CustodyState> {
  protected readonly flow = custodyFlow;
  /** The delivery's id. */
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: CustodyState = custodyFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  /** 撤回碑: it was recalled before it came, and never will. */
  @Column('boolean') readonly tombstone: boolean = false;
  /** The receiving body. */
  @Column('uuid') readonly orgId!: string;
  @Column('uuid') readonly senderId!: string;
  @Column('text') readonly senderName!: string;
  @Column('uuid') readonly dispatchId!: string;
  @Column('char') readonly digest!: string;
  @Column('varchar') readonly role!: RecipientRole;
  @Column('text', { nullable: true }) readonly title: string | null = null;
  @Column('text', { nullable: true }) readonly number: string | null = null;
  @Column('varchar', { nullable: true }) readonly documentType: DocumentType | null = null;
  @Column('varchar', { nullable: true }) readonly urgency: Urgency | null = null;
  @Column('timestamptz', time) readonly sentAt: Date | null = null;
  @Column('timestamptz') readonly arrivedAt!: Date;
  @Column('timestamptz', time) readonly dueAt: Date | null = null;
  @Column('timestamptz', time) readonly overdueAt: Date | null = null;
  @Column('smallint') readonly escalated: number = 0;
  @Column('date', { nullable: true }) readonly replyBy: string | null = null;
  @Column('text', { nullable: true }) readonly note: string | null = null;
  @Column('jsonb') readonly checks: DeliveryCheck[] = [];
  /** Number of the latest decision. */
  @Column('int') readonly epoch: number = 0;
  @Column('timestamptz', time) readonly seenAt: Date | null = null;
  @Column('timestamptz', time) readonly decidedAt: Date | null = null;
  @Column('text', { nullable: true }) readonly decidedByName: string | null = null;
  @Column('varchar', { nullable: true }) readonly reason: RefusalReason | null = null;
  @Column('text', { nullable: true }) readonly reasonText: string | null = null;
  @Column('text', { nullable: true }) readonly incomingNumber: string | null = null;
  @Column('text', { nullable: true }) readonly receiptNumber: string | null = null;
  @Column('int') readonly urged: number = 0;
  @Column('int') readonly printQuota: number = 0;
  @Column('int') readonly printed: number = 0;
  @Column('timestamptz', time) readonly revokeAskedAt: Date | null = null;
  @Column('text', { nullable: true }) readonly revokeReason: string | null = null;
  @Column('uuid', { nullable: true }) readonly supersedesId: string | null = null;

  /** 送达, or refused by the node's own checks. */
  static arrive(arrival: Arrival, outcome: 'delivered' | 'rejected', decision: Decision): Custody {
    const custody = new Custody();
    custody.change(arrival);
    custody.#decide(outcome, outcome === 'delivered' ? { ...decision, byName: null } : decision);
    if (outcome === 'delivered') custody.change({ decidedAt: null });
    return custody;
  }

  /** 撤回碑 for a delivery that has not come. */
  static tombstone(ref: Pick<Custody, 'id' | 'orgId' | 'senderId' | 'senderName' | 'dispatchId' | 'digest'>, decision: Decision): Custody {
    const custody = new Custody();
    custody.change({ ...ref, role: 'primary', tombstone: true, arrivedAt: decision.at });
    custody.#decide('recalled', decision);
    return custody;
  }

  get nextEpoch(): number {
    return this.epoch + 1;
  }
  get actFacts(): ActFacts {
    return {
      ...{ revokeAsked: this.revokeAskedAt !== null && this.state === 'signed_for', acknowledged: false },
      ...{ printQuota: this.printQuota, printed: this.printed, verified: this.checks.every(({ passed }) => passed) },
    };
  }
  get documentFact(): DocumentFact {
    return { title: this.title ?? '', number: this.number ?? '', documentType: this.documentType ?? 'notice', disclosure: 'none' };
  }

  /** 签收: the body takes responsibility. */
  signFor(decision: Decision, incomingNumber?: string): void {
    this.#decide('signed_for', decision, incomingNumber ? { incomingNumber } : {});
    const sender = { id: this.senderId, name: this.senderName };
    this.record(new DeliverySignedFor(this.id, this.orgId, sender, this.documentFact, this.role, this.replyBy), { orgIds: [this.orgId] });
  }
  reject(decision: Decision): void {
    this.#decide('rejected', decision);
  }
  return(decision: Decision): void {
    this.#decide('returned', decision);
  }
  recall(decision: Decision): void {
    this.#decide('recalled', decision);
  }
  revoke(decision: Decision): void {
    this.#decide('revoked', decision);
  }
  /** A word that moves nothing, and still is later than the others: a refusal to give it back. */
  decline(): void {
    this.change({ epoch: this.nextEpoch, revokeAskedAt: null, revokeReason: null });
    this.#moved('revoke_declined');
  }

  askedToRevoke(reason: string, now: Date): void {
    this.change({ revokeAskedAt: now, revokeReason: reason });
    this.#moved('revoke_asked');
  }
  urge(): void {
    this.change({ urged: this.urged + 1 });
    this.#moved('urged');
  }
  see(now: Date): void {
    if (this.seenAt) return;
    this.change({ seenAt: now });
    this.#moved('seen');
  }
  print(copies: number): void {
    this.change({ printed: this.printed + copies });
    this.#moved('printed');
  }
  /** Nobody has decided, and time is up (at the deadline itself already). */
  becomesOverdue(now: Date): boolean {
    return this.state === 'delivered' && this.overdueAt === null && this.dueAt !== null && this.dueAt <= now;
  }
  overdue(now: Date): void {
    this.change({ overdueAt: now });
    this.#moved('overdue');
  }
  escalate(level: number): void {
    this.change({ escalated: level });
    this.#moved('escalated');
  }

  #decide(next: CustodyState, { at, byName, receiptNumber, reason, reasonText }: Decision, more: Partial<Custody> = {}): void {
    this.moveTo(next, {
      ...{
        epoch: this.nextEpoch,
        decidedAt: at,
        decidedByName: byName,
        receiptNumber,
        reason: reason ?? null,
        reasonText: reasonText ?? null,
      },
      ...more,
    });
    this.#moved(next);
  }

  #moved(kind: string): void {
    const { id, orgId, state, title, senderName, urgency, dueAt } = this;
    const delivery = { title: title ?? '', senderName, urgency, dueAt: dueAt?.toISOString() ?? null };
    this.record(new CustodyMoved(id, orgId, state, kind, delivery), { orgIds: [orgId] });
  }
}
