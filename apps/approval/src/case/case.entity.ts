import { caseActRules, type CaseAct, caseFlow, CaseMoved, type CaseState, type CaseEventKind, type FormValues, type ItemSheet, openStates } from '@karez/contracts-approval'; // prettier-ignore
import { DomainError, newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { acceptanceDays, jointDays, type Limit } from '../clock/limit.js';

export interface Applicant {
  readonly id: string;
  readonly name: string;
}
export interface DraftOf {
  readonly itemId: string;
  readonly itemVersion: number;
  readonly orgId: string;
  readonly subject: string;
  readonly applicantKind: 'person' | 'company';
  readonly contactPhone: string;
  readonly agentName?: string | undefined;
}

/** 办件: one application from its draft to the result. Its limits are ledgers; no due date is kept as the truth. */
@Entity('case')
export class ApprovalCase extends StatefulAggregate<ApprovalCase, CaseState> {
  protected readonly flow = caseFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: CaseState = caseFlow.initial;
  @Column('uuid') readonly itemId!: string;
  @Column('int') readonly itemVersion!: number;
  @Column('uuid') readonly orgId!: string;
  @Column('text', { nullable: true }) readonly number: string | null = null;
  @Column('varchar', { nullable: true }) readonly checkCode: string | null = null;
  @Column('text') readonly subject!: string;
  @Column('varchar') readonly applicantKind!: 'person' | 'company';
  @Column('uuid') readonly applicantId!: string;
  @Column('text') readonly applicantName!: string;
  @Column('varchar') readonly contactPhone!: string;
  @Column('text', { nullable: true }) readonly agentName: string | null = null;
  @Column('jsonb') readonly values: FormValues = {};
  @Column('jsonb') readonly limits: readonly StoredLimit[] = [];
  @Column('text', { array: true }) readonly corrections: readonly string[] = [];
  @Column('text', { nullable: true }) readonly refusalReason: string | null = null;
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly submittedAt: Date | null = null;
  @Column('timestamptz', { nullable: true }) readonly acceptedAt: Date | null = null;
  /** The nearest due date by the calendar of now, for lists and rounds; derived again when the calendar changes. */
  @Column('timestamptz', { nullable: true }) readonly dueAt: Date | null = null;
  @Column('boolean') readonly provisional: boolean = false;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;

  static draft(of: DraftOf, applicant: Applicant, now: Date): ApprovalCase {
    const drafted = new ApprovalCase();
    const { agentName, ...rest } = of;
    drafted.change({ ...rest, id: newId(), agentName: agentName ?? null, applicantId: applicant.id, applicantName: applicant.name, createdAt: now }); // prettier-ignore
    return drafted;
  }

  fill(values: FormValues, subject: string | undefined): void {
    this.#assert('save');
    this.change({ values, ...(subject && { subject }) });
  }

  discard(): void {
    this.#assert('discard');
    this.moveTo('discarded');
  }

  /** The acceptance clock begins, anew after a correction (《行政许可法》 art. 32). */
  submit(given: { readonly number: string; readonly checkCode: string }, now: Date): void {
    this.#assert('submit');
    const again = this.submittedAt !== null;
    const limit = begun('acceptance', acceptanceDays, now, '《行政许可法》第三十二条');
    this.moveTo('submitted', { ...(again ? {} : { ...given, submittedAt: now }), limits: [...this.limits, limit] });
    this.#tell(again ? 'corrected' : 'submitted');
  }

  /** 受理; by silence when the window let its five days pass: then from the day the application was received. */
  accept(sheet: Pick<ItemSheet, 'statutoryDays' | 'promisedDays'>, now: Date, { joint = false, bySilence = false } = {}): void {
    if (!bySilence) this.#assert('accept');
    const from = bySilence ? new Date(this.#running().startedAt) : now;
    const statutory = joint ? jointDays.days : sheet.statutoryDays;
    this.moveTo('accepted', {
      acceptedAt: from,
      limits: [
        ...this.#ended(now),
        begun('statutory', statutory, from, '《行政许可法》第四十二条'),
        begun('promised', Math.min(sheet.promisedDays, statutory), from, '本机关公开承诺'),
      ],
    });
    this.#tell(bySilence ? 'accepted_by_silence' : 'accepted');
  }

  /** 一次性告知补正. */
  correct(items: readonly string[], now: Date): void {
    this.#assert('correct');
    this.moveTo('correcting', { corrections: [...items], limits: this.#ended(now) });
    this.#tell('correction_asked');
  }

  /** @throws DomainError `approval.case.incomplete_before_correction` */
  refuse(reason: string, incomplete: boolean, now: Date): void {
    this.#assert('refuse');
    if (incomplete && !this.corrections.length) throw new DomainError('approval.case.incomplete_before_correction');
    this.moveTo('refused', { refusalReason: reason, limits: this.#ended(now) });
    this.#tell('refused');
  }

  withdraw(now: Date): void {
    this.#assert('withdraw');
    this.moveTo('withdrawn', { limits: this.#ended(now) });
    this.#tell('withdrawn');
  }

  /** What the calendar makes of the limits that run; the caller has worked it out. */
  dueBy(dueAt: Date | null, provisional: boolean): void {
    this.change({ dueAt, provisional });
  }

  get isOpen(): boolean {
    return (openStates as readonly CaseState[]).includes(this.state);
  }

  #assert(act: CaseAct): void {
    const { states, otherwise, unless } = caseActRules[act];
    const facts = { corrected: this.corrections.length > 0, extended: false, rated: false, procedureEnded: false };
    const reason = states.includes(this.state) ? unless?.(facts) : otherwise;
    if (reason) throw new DomainError('approval.case.act_refused', { state: this.state, act, reason });
  }
  #running(): StoredLimit {
    return this.limits.find(({ endedAt }) => !endedAt)!;
  }
  #ended(now: Date): StoredLimit[] {
    return this.limits.map((limit) => ({ ...limit, endedAt: limit.endedAt ?? now.toISOString() }));
  }
  #tell(kind: CaseEventKind): void {
    const event = new CaseMoved(this.id, this.orgId, this.applicantId, this.state, kind);
    this.record(event, { orgIds: [this.orgId], personIds: [this.applicantId] });
  }
}

/** A limit as JSON keeps it: moments in ISO 8601. */
export interface StoredLimit extends Omit<Limit, 'startedAt' | 'endedAt' | 'exclusions'> {
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly exclusions: readonly (Omit<Limit['exclusions'][number], 'from' | 'to'> & {
    readonly from: string;
    readonly to: string | null;
  })[];
}
const begun = (kind: Limit['kind'], days: number, at: Date, basis: string): StoredLimit => ({
  ...{ kind, days, basis, startedAt: at.toISOString(), endedAt: null, extension: null, exclusions: [] },
});
export const limitOf = (stored: StoredLimit): Limit => ({
  ...stored,
  startedAt: new Date(stored.startedAt),
  endedAt: stored.endedAt === null ? null : new Date(stored.endedAt),
  exclusions: stored.exclusions.map((each) => ({ ...each, from: new Date(each.from), to: each.to === null ? null : new Date(each.to) })),
});
