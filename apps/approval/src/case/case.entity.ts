import { caseActRules, type CaseAct, type CaseDocument, CaseDecided, type CaseEventKind, type CaseFacts, caseFlow, CaseMoved, type CaseState, CaseTaskChanged, DocumentIssued, type FormValues, type ItemSheet, openStates, type Lamp, type Rating, type TaskFact } from '@karez/contracts-approval'; // prettier-ignore
import { DomainError, newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { acceptanceDays, deliveryDays, jointDays } from '../clock/limit.js';
import type { Applicant, DraftOf, Exclusion, Extension } from './case-terms.js';
import { masked } from './masked.js';
import { begun, countedFrom, endedAll, excludedFrom, runningOf, type StoredLimit } from './stored-limit.js';

/** 办件: one application from its draft to the result. Its limits are ledgers; no due date is kept as the truth. */
@Entity('case')
export class ApprovalCase extends StatefulAggregate<ApprovalCase, CaseState> {
  protected readonly flow = caseFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: CaseState = caseFlow.initial;
  @Column('uuid') readonly itemId!: string;
  @Column('varchar') readonly itemCode!: string;
  @Column('text') readonly itemName!: string;
  @Column('int') readonly itemVersion!: number;
  @Column('text') readonly authority!: string;
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
  /** 并联审批: several departments decide together. */
  @Column('boolean') readonly joint: boolean = false;
  /** The run of its procedure, from the acceptance on. */
  @Column('uuid', { nullable: true }) readonly instanceId: string | null = null;
  @Column('boolean') readonly procedureEnded: boolean = false;
  @Column('timestamptz', { nullable: true }) readonly decidedAt: Date | null = null;
  @Column('boolean', { nullable: true }) readonly granted: boolean | null = null;
  @Column('text', { nullable: true }) readonly decisionText: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly deliveredAt: Date | null = null;
  @Column('jsonb', { nullable: true }) readonly rating: Rating | null = null;
  @Column('uuid', { nullable: true }) readonly supersedesId: string | null = null;
  @Column('uuid', { nullable: true }) readonly supersededById: string | null = null;
  /** The last rung of the warning ladder that was told of the due date as it stands. */
  @Column('varchar') readonly lampTold: Lamp = 'none';
  /** The nearest due date by the calendar of now, for lists and rounds; derived again when the calendar changes. */
  @Column('timestamptz', { nullable: true }) readonly dueAt: Date | null = null;
  @Column('boolean') readonly provisional: boolean = false;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;

  static draft(of: DraftOf, applicant: Applicant, now: Date): ApprovalCase {
    const drafted = new ApprovalCase();
    drafted.change({ ...of, id: of.id ?? newId(), agentName: of.agentName ?? null, applicantId: applicant.id, applicantName: applicant.name, createdAt: now }); // prettier-ignore
    return drafted;
  }

  fill(values: FormValues, subject: string | undefined): void {
    this.assert('save');
    this.change({ values, ...(subject && { subject }) });
  }

  discard(): void {
    this.assert('discard');
    this.moveTo('discarded');
  }

  /** The acceptance clock begins, anew after a correction (《行政许可法》 art. 32). */
  submit(given: { readonly number: string; readonly checkCode: string }, now: Date): void {
    this.assert('submit');
    const again = this.submittedAt !== null;
    const limit = begun('acceptance', acceptanceDays, now, '《行政许可法》第三十二条');
    this.moveTo('submitted', { ...(again ? {} : { ...given, submittedAt: now }), limits: [...this.limits, limit] });
    this.tell(again ? 'corrected' : 'submitted');
  }

  /** 受理; by silence when the window let its five days pass: then from the day the application was received. */
  accept(sheet: Pick<ItemSheet, 'statutoryDays' | 'promisedDays'>, now: Date, { joint = false, bySilence = false } = {}): void {
    if (!bySilence) this.assert('accept');
    const from = bySilence ? new Date(runningOf(this.limits)[0]!.startedAt) : now;
    const statutory = joint ? jointDays.days : sheet.statutoryDays;
    this.moveTo('accepted', {
      acceptedAt: from,
      joint,
      limits: [
        ...endedAll(this.limits, now),
        begun('statutory', statutory, from, '《行政许可法》第四十二条'),
        begun('promised', Math.min(sheet.promisedDays, statutory), from, '本机关公开承诺'),
      ],
    });
    this.tell(bySilence ? 'accepted_by_silence' : 'accepted');
  }

  /** 一次性告知补正. */
  correct(items: readonly string[], now: Date): void {
    this.assert('correct');
    this.moveTo('correcting', { corrections: [...items], limits: endedAll(this.limits, now) });
    this.tell('correction_asked');
  }

  /** @throws DomainError `approval.case.incomplete_before_correction` */
  refuse(reason: string, incomplete: boolean, now: Date): void {
    this.assert('refuse');
    if (incomplete && !this.corrections.length) throw new DomainError('approval.case.incomplete_before_correction');
    this.moveTo('refused', { refusalReason: reason, limits: endedAll(this.limits, now) });
    this.tell('refused');
  }

  withdraw(now: Date): void {
    this.assert('withdraw');
    this.moveTo('withdrawn', { limits: endedAll(this.limits, now, { void: true }) });
    this.tell('withdrawn');
  }

  /** The procedure that runs for it. */
  runs(instanceId: string): void {
    this.change({ instanceId });
  }

  procedureMoved(ended: boolean): void {
    if (ended !== this.procedureEnded) this.change({ procedureEnded: ended });
  }

  /** 除外时间 begins: the limits that run do not count it (《行政许可法》 art. 45). */
  suspend({ kind, documentNumber }: Exclusion, now: Date): void {
    this.assert('suspend');
    const begins = { kind, documentNumber, basis: '《行政许可法》第四十五条', from: now.toISOString(), to: null };
    this.moveTo('suspended', { limits: excludedFrom(this.limits, begins) });
    this.tell('suspended');
  }

  /** @param to when the time that may be excluded ended: now, or earlier where its cap was reached */
  resume(to: Date): void {
    this.assert('resume');
    this.moveTo('accepted', { limits: countedFrom(this.limits, to) });
    this.tell('resumed');
  }

  extend(extension: Extension): void {
    this.assert('extend');
    this.change({ limits: this.limits.map((limit) => (limit.endedAt ? limit : { ...limit, extension })) });
    this.tell('extended');
  }

  /** 作出决定; ten working days to deliver it begin (《行政许可法》 art. 44). */
  decide(granted: boolean, text: string, now: Date): void {
    this.assert('decide');
    const delivery = begun('delivery', deliveryDays, now, '《行政许可法》第四十四条');
    const limits = [...endedAll(this.limits, now), delivery];
    this.moveTo('decided', { granted, decisionText: text, decidedAt: now, limits });
    this.tell('decided');
    const holderName = this.applicantKind === 'person' ? masked(this.applicantName) : this.applicantName;
    const { number, itemCode, itemName, subject } = this;
    this.record(
      new CaseDecided(this.id, this.orgId, {
        ...{ number: number!, itemCode, itemName, holderName, subject, granted, decidedAt: now.toISOString() },
      }),
    );
  }

  deliver(now: Date): void {
    this.assert('deliver');
    this.moveTo('delivered', { deliveredAt: now, limits: endedAll(this.limits, now) });
    this.tell('delivered');
  }

  supersede(byId: string, now: Date): void {
    this.assert('supersede');
    this.moveTo('superseded', { supersededById: byId, limits: endedAll(this.limits, now, { void: true }) });
    this.tell('superseded');
  }

  rate(level: number, text: string | undefined, now: Date): void {
    this.assert('rate');
    this.change({ rating: { level, ...(text && { text }), at: now.toISOString() } });
    this.tell('rated');
  }

  /** What the calendar makes of the limits that run; the caller has worked it out. */
  dueBy(dueAt: Date | null, provisional: boolean): void {
    const moved = dueAt?.getTime() !== this.dueAt?.getTime();
    this.change({ dueAt, provisional, ...(moved && { lampTold: 'none' as const }) });
  }

  lampShown(lamp: Lamp): void {
    this.change({ lampTold: lamp });
    this.tell('lamp');
  }

  issued({ id, kind, number }: CaseDocument): void {
    this.record(new DocumentIssued(this.id, id, kind, number), this.#audience());
  }

  taskChanged(taskId: string, fact: TaskFact): void {
    const orgIds = fact.orgId ? [fact.orgId] : [];
    const personIds = fact.personId ? [fact.personId] : [];
    this.record(new CaseTaskChanged(this.id, taskId, fact), { orgIds, personIds });
  }

  tell(kind: CaseEventKind): void {
    this.record(new CaseMoved(this.id, this.orgId, this.applicantId, this.state, kind), this.#audience());
  }

  get isOpen(): boolean {
    return (openStates as readonly CaseState[]).includes(this.state);
  }

  get facts(): CaseFacts {
    return {
      corrected: this.corrections.length > 0,
      extended: this.limits.some(({ extension }) => extension !== null),
      rated: this.rating !== null,
      procedureEnded: this.procedureEnded,
    };
  }

  /** Why an act is not possible now, in the office's words. */
  hindrance(act: CaseAct): string | undefined {
    const { states, otherwise, unless } = caseActRules[act];
    return states.includes(this.state) ? unless?.(this.facts) : otherwise;
  }

  /** @throws DomainError `approval.case.act_refused` */
  assert(act: CaseAct): void {
    const reason = this.hindrance(act);
    if (reason) throw new DomainError('approval.case.act_refused', { state: this.state, act, reason });
  }

  #audience() {
    return { orgIds: [this.orgId], personIds: [this.applicantId] };
  }
}
