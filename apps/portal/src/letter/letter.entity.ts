import { type LetterClass, letterFlow, type LetterKind, LetterMoved, type LetterState, type SendLetter } from '@karez/contracts-portal';
import { type Actor, DomainError, type DueDate, newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { lettersTag } from '../tags.js';
import { assertNoLeak, classByKind, letterActRules } from './letter.policy.js';

export interface LetterGiven {
  readonly siteId: string;
  /** The body that keeps the site: it opens the letter and sees it to its end. */
  readonly deskId: string;
  readonly receipt: string;
  readonly checkHash: Buffer;
}
export type DueBy = (receivedAt: Date, letterClass: LetterClass) => DueDate;

/** 来信: opened by the site's own body, answered by the unit it concerns. */
@Entity('letter')
export class Letter extends StatefulAggregate<Letter, LetterState> {
  protected readonly flow = letterFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: LetterState = letterFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('uuid') readonly siteId!: string;
  @Column('uuid') readonly deskId!: string;
  /** 承办单位. */
  @Column('uuid') readonly orgId!: string;
  @Column('char') readonly receipt!: string;
  @Column('bytea') readonly checkHash!: Buffer;
  @Column('varchar') readonly kind!: LetterKind;
  @Column('varchar') readonly letterClass!: LetterClass;
  @Column('text') readonly subject!: string;
  @Column('text') readonly text!: string;
  @Column('text') readonly name!: string;
  @Column('text', { nullable: true }) readonly phone!: string | null;
  @Column('text', { nullable: true }) readonly address!: string | null;
  @Column('boolean') readonly mayPublish!: boolean;
  @Column('timestamptz') readonly receivedAt!: Date;
  /** By the calendar of now; worked out anew when the calendar changes. */
  @Column('timestamptz') readonly dueAt!: Date;
  @Column('boolean') readonly dueProvisional!: boolean;
  @Column('text', { nullable: true }) readonly reply: string | null = null;
  @Column('uuid', { nullable: true }) readonly replyBy: string | null = null;
  @Column('text', { nullable: true }) readonly replyByName: string | null = null;
  @Column('text', { nullable: true }) readonly returnedFor: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly answeredAt: Date | null = null;
  @Column('boolean') readonly published: boolean = false;
  @Column('text', { nullable: true }) readonly closedReason: string | null = null;
  @Column('int', { nullable: true }) readonly satisfaction: number | null = null;

  static receive(given: LetterGiven, { kind, subject, text, name, phone, address, mayPublish }: SendLetter, due: DueBy, now: Date): Letter {
    const letter = new Letter();
    const written = { kind, subject, text, name, mayPublish, phone: phone ?? null, address: address ?? null };
    letter.change({ id: newId(), ...given, ...written, orgId: given.deskId, receivedAt: now });
    letter.#setClass(classByKind[kind], due);
    letter.#moved();
    return letter;
  }

  /** 转办. */
  route(orgId: string, letterClass: LetterClass | undefined, due: DueBy): void {
    this.#assert('route');
    this.moveTo('routed', { orgId, returnedFor: null });
    this.#setClass(letterClass ?? this.letterClass, due);
    this.#moved();
  }

  draft(reply: string, by: Actor): void {
    this.#assert('draft');
    this.moveTo('drafted', { reply, replyBy: by.id, replyByName: by.name, returnedFor: null });
    this.#moved();
  }

  /** @throws DomainError `portal.letter.own_reply`, `portal.letter.not_publishable`, `portal.letter.leaks` */
  approve(publish: boolean, by: Actor, now: Date): void {
    this.#assert('approve');
    if (this.replyBy === by.id) throw new DomainError('portal.letter.own_reply');
    if (publish) this.#assertPublishable();
    this.moveTo('answered', { answeredAt: now, published: publish });
    this.#moved();
  }

  /** 退回: to who wrote it. */
  giveBack(reason: string): void {
    this.#assert('return');
    this.moveTo('routed', { returnedFor: reason });
    this.#moved();
  }

  /** 不予受理. */
  close(reason: string): void {
    this.#assert('close');
    this.moveTo('closed', { closedReason: reason });
    this.#moved();
  }

  /** @throws DomainError `portal.letter.not_answered`, `portal.letter.rated` */
  rate(satisfaction: number): void {
    if (this.state !== 'answered') throw new DomainError('portal.letter.not_answered');
    if (this.satisfaction !== null) throw new DomainError('portal.letter.rated');
    this.change({ satisfaction });
    this.#moved();
  }

  /** By a calendar that was changed. */
  derive(due: DueBy): void {
    this.#setClass(this.letterClass, due);
  }

  #setClass(letterClass: LetterClass, due: DueBy): void {
    const { at, provisional } = due(this.receivedAt, letterClass);
    this.change({ letterClass, dueAt: at, dueProvisional: provisional });
  }
  #assertPublishable(): void {
    if (!this.mayPublish) throw new DomainError('portal.letter.not_publishable');
    const { subject, text, reply, name, phone, address } = this;
    assertNoLeak({ texts: [subject, text, reply ?? ''], personal: { 写信人姓名: name, 写信人电话: phone, 写信人地址: address } });
  }
  #assert(act: keyof typeof letterActRules): void {
    const { states } = letterActRules[act];
    if (!states.includes(this.state))
      throw new DomainError('state.move_refused', { from: this.state, to: act, allowed: letterFlow.moves[this.state].join(' ') });
  }
  #moved(): void {
    const { id, siteId, orgId, deskId, state, published, subject, dueAt } = this;
    const tags = published ? [lettersTag(siteId)] : [];
    this.record(new LetterMoved(id, siteId, orgId, state, tags, { subject, deskId, dueAt: dueAt.toISOString() }), {
      orgIds: [...new Set([orgId, deskId])],
    });
  }
}
