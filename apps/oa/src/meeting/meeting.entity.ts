import { randomBytes } from 'node:crypto';
import { meetingFlow, type MeetingKind, MeetingMoved, type MeetingState, type MeetingWritten } from '@karez/contracts-oa';
import { DomainError, newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

export interface MeetingPlanner {
  readonly orgId: string;
  readonly id: string;
  readonly name: string;
}
type Plan = Pick<MeetingWritten, 'title' | 'kind' | 'startsAt' | 'endsAt' | 'roomId' | 'place' | 'notes' | 'replyBy'>;
const threeDays = 3 * 86_400_000;

/** 会议: when and where, and how far it has come. Agenda, guests and the booking of the room are rows that change while it is held. */
@Entity('meeting')
export class Meeting extends StatefulAggregate<Meeting, MeetingState> {
  protected readonly flow = meetingFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: MeetingState = meetingFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('uuid') readonly orgId!: string;
  @Column('varchar') readonly kind!: MeetingKind;
  @Column('text') readonly title!: string;
  @Column('timestamptz') readonly startsAt!: Date;
  @Column('timestamptz') readonly endsAt!: Date;
  @Column('uuid', { nullable: true }) readonly roomId!: string | null;
  @Column('text', { nullable: true }) readonly place!: string | null;
  @Column('text', { nullable: true }) readonly notes!: string | null;
  @Column('timestamptz', { nullable: true }) readonly replyBy!: Date | null;
  @Column('uuid') readonly plannerId!: string;
  @Column('text') readonly plannerName!: string;
  @Column('timestamptz') readonly plannedAt!: Date;
  @Column('text', { nullable: true }) readonly minutes: string | null = null;
  @Column('text', { nullable: true }) readonly cancelledReason: string | null = null;
  /** What the codes at the door are made of; it never leaves the service. */
  @Column('bytea') readonly codeSecret!: Buffer;

  /** @throws DomainError `oa.meeting.times_wrong`, `oa.meeting.past` */
  static plan(plan: Plan, by: MeetingPlanner, now: Date): Meeting {
    const meeting = new Meeting();
    const { orgId, id: plannerId, name: plannerName } = by;
    meeting.change({ id: newId(), orgId, plannerId, plannerName, plannedAt: now, codeSecret: randomBytes(32) });
    meeting.#set(plan, now);
    meeting.#tell('planned');
    return meeting;
  }

  /** Another plan is approved anew; what was sent out already is told of the change by the caller. */
  replan(plan: Plan, seenVersion: number, now: Date): void {
    if (seenVersion !== this.version) throw new DomainError('state.version_changed', {}, { version: this.version });
    if (this.state === 'approved') this.moveTo('planned');
    this.#set(plan, now);
    this.#tell('replanned');
  }
  approve(): void {
    this.moveTo('approved');
    this.#tell('approved');
  }
  /** 发通知. */
  notify(personIds: readonly string[]): void {
    this.moveTo('notified');
    this.#tell('notified', personIds);
  }
  start(): void {
    this.moveTo('running');
    this.#tell('started');
  }
  end(): void {
    this.moveTo('ended');
    this.#tell('ended');
  }
  minute(minutes: string, personIds: readonly string[]): void {
    this.moveTo('minuted', { minutes });
    this.#tell('minuted', personIds);
  }
  archive(): void {
    this.moveTo('archived');
    this.#tell('archived');
  }
  cancel(reason: string, personIds: readonly string[]): void {
    this.moveTo('cancelled', { cancelledReason: reason });
    this.#tell('cancelled', personIds);
  }
  /** An answer, a check-in, a resolution. */
  touched(kind: string): void {
    this.#tell(kind);
  }

  #set({ title, kind, startsAt, endsAt, roomId, place, notes, replyBy }: Plan, now: Date): void {
    const [begins, ends] = [new Date(startsAt), new Date(endsAt)];
    const length = ends.getTime() - begins.getTime();
    if (!(length > 0 && length <= threeDays)) throw new DomainError('oa.meeting.times_wrong');
    if (begins <= now) throw new DomainError('oa.meeting.past');
    const where = { roomId: roomId ?? null, place: place ?? null };
    this.change({
      title,
      kind,
      startsAt: begins,
      endsAt: ends,
      ...where,
      notes: notes ?? null,
      replyBy: replyBy ? new Date(replyBy) : null,
    });
  }
  #tell(kind: string, personIds: readonly string[] = []): void {
    this.record(new MeetingMoved(this.id, this.orgId, this.state, kind), {
      orgIds: [this.orgId],
      personIds: [this.plannerId, ...personIds],
    });
  }
}
