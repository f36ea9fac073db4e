import {
  type AnswerKind,
  type DisclosureAct,
  disclosureRequestFlow,
  DisclosureRequestMoved,
  type DisclosureRequestState,
  type DraftDisclosureAnswer,
  type ExtendDisclosureRequest,
  type RequestDisclosure,
} from '@karez/contracts-portal';
import { type Actor, DomainError, newId, StatefulAggregate, type WorkingCalendar } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { dueOf, type Ledger, type Stop } from './clock.js';
import { assertCorrectable, assertGround, assertIdentity, disclosureActRules } from './disclosure-request.policy.js';
import { ledgerColumn } from './stored-ledger.js';

export interface RequestGiven {
  readonly siteId: string;
  readonly orgId: string;
  readonly receipt: string;
  readonly checkHash: Buffer;
}
/** By which calendar, and when. */
export interface Moment {
  readonly calendar: WorkingCalendar;
  readonly now: Date;
}

/** 依申请公开. */
@Entity('disclosure_request')
export class DisclosureRequest extends StatefulAggregate<DisclosureRequest, DisclosureRequestState> {
  protected readonly flow = disclosureRequestFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: DisclosureRequestState = disclosureRequestFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('uuid') readonly siteId!: string;
  @Column('uuid') readonly orgId!: string;
  @Column('char') readonly receipt!: string;
  @Column('bytea') readonly checkHash!: Buffer;
  @Column('varchar') readonly applicantKind!: 'person' | 'organisation';
  @Column('text') readonly name!: string;
  @Column('char') readonly identityNumber!: string;
  @Column('text') readonly phone!: string;
  @Column('text', { nullable: true }) readonly address!: string | null;
  @Column('text') readonly information!: string;
  @Column('text', { nullable: true }) readonly purpose!: string | null;
  @Column('varchar') readonly form!: RequestDisclosure['form'];
  @Column('timestamptz') readonly receivedAt!: Date;
  @Column('jsonb', { transformer: ledgerColumn }) readonly ledger!: Ledger;
  /** By the ledger and the calendar of now, for lists; null while the clock stands. */
  @Column('timestamptz', { nullable: true }) readonly dueAt!: Date | null;
  @Column('boolean') readonly dueProvisional!: boolean;
  @Column('text', { nullable: true }) readonly correctionAsked: string | null = null;
  @Column('int', { nullable: true }) readonly extendedBy: number | null = null;
  @Column('text', { nullable: true }) readonly extensionReason: string | null = null;
  @Column('text', { nullable: true }) readonly consulted: string | null = null;
  @Column('varchar', { nullable: true }) readonly answerKind: AnswerKind | null = null;
  @Column('text', { nullable: true }) readonly answer: string | null = null;
  @Column('text', { nullable: true }) readonly ground: string | null = null;
  @Column('uuid', { nullable: true }) readonly answerBy: string | null = null;
  @Column('text', { nullable: true }) readonly returnedFor: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly answeredAt: Date | null = null;
  @Column('text', { nullable: true }) readonly abandonedFor: string | null = null;

  /** @throws DomainError `portal.request.identity_invalid` */
  static receive(given: RequestGiven, asked: RequestDisclosure, { calendar, now }: Moment): DisclosureRequest {
    assertIdentity(asked);
    const { applicantKind, name, identityNumber, phone, information, form } = asked;
    const request = new DisclosureRequest();
    request.change({
      ...{ id: newId(), ...given, applicantKind, name, identityNumber, phone, information, form, receivedAt: now },
      ...{ address: asked.address ?? null, purpose: asked.purpose ?? null },
    });
    request.#enter({ receivedAt: now, stops: [], extension: 0, ended: null }, calendar);
    request.#moved();
    return request;
  }

  /** 告知补正. @throws DomainError `portal.request.correction_late` */
  askCorrection(what: string, { calendar, now }: Moment): void {
    this.#assert('ask_correction');
    assertCorrectable(this.ledger, calendar, now);
    this.#stop('correction', { calendar, now });
    this.moveTo('correcting', { correctionAsked: what });
    this.#moved();
  }

  /** 补正: the time for the answer starts anew. */
  correct(information: string, moment: Moment): void {
    if (this.state !== 'correcting') this.#refuse('correct');
    this.#resume(moment);
    this.moveTo('received', { information });
    this.#moved();
  }

  /** 视为放弃: it was not corrected. */
  abandon(reason: string, { calendar, now }: Moment): void {
    this.#assert('abandon');
    this.#enter({ ...this.ledger, ended: { at: now, cause: 'abandoned' } }, calendar);
    this.moveTo('abandoned', { abandonedFor: reason });
    this.#moved();
  }

  consult(party: string, moment: Moment): void {
    this.#assert('consult');
    this.#stop('third_party', moment);
    this.moveTo('consulting', { consulted: party });
    this.#moved();
  }
  consultationEnded(answer: string, moment: Moment): void {
    this.#assert('consulted');
    this.#resume(moment);
    this.moveTo('received', { consulted: `${this.consulted}：${answer}` });
    this.#moved();
  }

  /** @throws DomainError `portal.request.extended`, `portal.request.extension_late` */
  extend({ workingDays, reason }: ExtendDisclosureRequest, { calendar, now }: Moment): void {
    this.#assert('extend');
    if (this.ledger.extension) throw new DomainError('portal.request.extended');
    if (this.dueAt && this.dueAt < now) throw new DomainError('portal.request.extension_late');
    this.#enter({ ...this.ledger, extension: workingDays }, calendar);
    this.change({ extendedBy: workingDays, extensionReason: reason });
    this.#moved();
  }

  /** @throws DomainError `portal.request.ground_missing` */
  draft(written: DraftDisclosureAnswer, by: Actor): void {
    this.#assert('draft');
    assertGround(written);
    const { kind, answer, ground } = written;
    this.moveTo('drafted', { answerKind: kind, answer, ground: ground ?? null, answerBy: by.id, returnedFor: null });
    this.#moved();
  }
  giveBack(reason: string): void {
    this.#assert('return');
    this.moveTo('received', { returnedFor: reason });
    this.#moved();
  }

  /** @throws DomainError `portal.letter.own_reply` */
  approve(by: Actor, { calendar, now }: Moment): void {
    this.#assert('approve');
    if (this.answerBy === by.id) throw new DomainError('portal.letter.own_reply');
    this.#enter({ ...this.ledger, ended: { at: now, cause: 'answered' } }, calendar);
    this.moveTo('answered', { answeredAt: now });
    this.#moved();
  }

  /** By a calendar that was changed. */
  derive(calendar: WorkingCalendar): void {
    this.#enter(this.ledger, calendar);
  }

  #stop(cause: Stop['cause'], { calendar, now }: Moment): void {
    this.#enter({ ...this.ledger, stops: [...this.ledger.stops, { cause, from: now, to: null }] }, calendar);
  }
  #resume({ calendar, now }: Moment): void {
    const stops = this.ledger.stops.map((stop) => (stop.to ? stop : { ...stop, to: now }));
    this.#enter({ ...this.ledger, stops }, calendar);
  }
  #enter(ledger: Ledger, calendar: WorkingCalendar): void {
    const { at, provisional } = dueOf(ledger, calendar);
    this.change({ ledger, dueAt: at, dueProvisional: provisional });
  }
  #assert(act: DisclosureAct): void {
    if (!disclosureActRules[act].states.includes(this.state)) this.#refuse(act);
  }
  #refuse(act: string): never {
    throw new DomainError('state.move_refused', {
      ...{ from: this.state, to: act, allowed: disclosureRequestFlow.moves[this.state].join(' ') },
    });
  }
  #moved(): void {
    const { id, siteId, orgId, state } = this;
    this.record(new DisclosureRequestMoved(id, siteId, orgId, state), { orgIds: [orgId] });
  }
}
