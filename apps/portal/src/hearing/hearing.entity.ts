import {
  type CreateHearing,
  type HearingAct,
  hearingFlow,
  type HearingKind,
  HearingMoved,
  type HearingState,
  type HearingTexts,
  type QuestionResult,
  type ReportHearing,
  type SurveyQuestion,
} from '@karez/contracts-portal';
import { DomainError, newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { hearingsTag } from '../tags.js';
import { assertQuestions, hearingActStates, publicHearingStates } from './hearing.policy.js';

export interface Count {
  readonly voices: number;
  readonly results: QuestionResult[];
}

/** 意见征集 or 网上调查. */
@Entity('hearing')
export class Hearing extends StatefulAggregate<Hearing, HearingState> {
  protected readonly flow = hearingFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: HearingState = hearingFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('uuid') readonly siteId!: string;
  /** The unit that asks. */
  @Column('uuid') readonly orgId!: string;
  @Column('varchar') readonly kind!: HearingKind;
  @Column('text') readonly title!: string;
  @Column('text') readonly text!: string;
  @Column('jsonb') readonly questions!: SurveyQuestion[];
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly opensAt: Date | null = null;
  @Column('timestamptz') readonly closesAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly closedAt: Date | null = null;
  /** Counted once, when it is closed. */
  @Column('int', { nullable: true }) readonly voices: number | null = null;
  @Column('jsonb') readonly results: QuestionResult[] = [];
  @Column('text', { nullable: true }) readonly result: string | null = null;
  @Column('int', { nullable: true }) readonly adopted: number | null = null;
  @Column('timestamptz', { nullable: true }) readonly reportedAt: Date | null = null;

  /** @throws DomainError `portal.hearing.closes_past` */
  static prepare(asked: CreateHearing, orgId: string, now: Date): Hearing {
    const hearing = new Hearing();
    const { siteId, kind } = asked;
    hearing.change({ id: newId(), siteId, orgId, kind, createdAt: now });
    hearing.#write(asked, now);
    return hearing;
  }

  /** @throws DomainError `state.version_changed`, `portal.hearing.closes_past` */
  edit(texts: HearingTexts, version: number, now: Date): void {
    this.#assert('edit');
    if (version !== this.version) throw new DomainError('state.version_changed');
    this.#write(texts, now);
  }

  /** @throws DomainError `portal.hearing.closes_past`, `portal.hearing.questions_missing` */
  open(now: Date): void {
    this.#assert('open');
    this.#assertToCome(this.closesAt, now);
    assertQuestions(this.kind, this.questions);
    this.moveTo('open', { opensAt: now });
    this.#moved();
  }

  /** Before its time too; what came in is counted once and for all. */
  close({ voices, results }: Count, now: Date): void {
    this.#assert('close');
    this.moveTo('closed', { closedAt: now, closesAt: now < this.closesAt ? now : this.closesAt, voices, results });
    this.#moved();
  }

  /** 结果反馈. */
  report({ result, adopted }: ReportHearing, now: Date): void {
    this.#assert('report');
    this.moveTo('reported', { result, adopted, reportedAt: now });
    this.#moved();
  }

  discard(): void {
    this.#assert('discard');
    this.moveTo('discarded');
    this.#moved();
  }

  /** @throws DomainError `portal.hearing.not_open` */
  assertTakesVoices(kind: HearingKind, now: Date): void {
    if (this.kind !== kind || this.state !== 'open' || now >= this.closesAt) throw new DomainError('portal.hearing.not_open');
  }

  #write({ title, text, closesAt, questions }: HearingTexts, now: Date): void {
    const closes = new Date(closesAt);
    this.#assertToCome(closes, now);
    this.change({ title, text, closesAt: closes, questions: this.kind === 'survey' ? (questions ?? []) : [] });
  }
  #assertToCome(closesAt: Date, now: Date): void {
    if (closesAt <= now) throw new DomainError('portal.hearing.closes_past');
  }
  #assert(act: HearingAct): void {
    if (hearingActStates[act] !== this.state)
      throw new DomainError('state.move_refused', { from: this.state, to: act, allowed: hearingFlow.moves[this.state].join(' ') });
  }
  #moved(): void {
    const { id, siteId, state, orgId } = this;
    const shown = (publicHearingStates as readonly string[]).includes(state);
    this.record(new HearingMoved(id, siteId, state, shown ? [hearingsTag(siteId)] : []), { orgIds: [orgId] });
  }
}
