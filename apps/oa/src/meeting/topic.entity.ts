import { topicFlow, TopicMoved, type TopicOutcome, type TopicState, topicStateWords, type TopicWritten } from '@karez/contracts-oa';
import { DomainError, newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** 议题: what an office wants decided, with its number through all agendas that it stands on. */
@Entity('topic')
export class Topic extends StatefulAggregate<Topic, TopicState> {
  protected readonly flow = topicFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: TopicState = topicFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('uuid') readonly orgId!: string;
  @Column('text') readonly number!: string;
  @Column('text') readonly title!: string;
  @Column('text') readonly content!: string;
  @Column('text') readonly reporter!: string;
  @Column('int') readonly minutes!: number;
  @Column('uuid') readonly proposerId!: string;
  @Column('text') readonly proposerName!: string;
  @Column('timestamptz') readonly proposedAt!: Date;
  @Column('text', { nullable: true }) readonly opinion: string | null = null;
  @Column('varchar', { nullable: true }) readonly outcome: TopicOutcome | null = null;
  @Column('text', { nullable: true }) readonly resolution: string | null = null;
  /** The agenda that it stands on, or stood on last. */
  @Column('uuid', { nullable: true }) readonly meetingId: string | null = null;

  static propose(
    written: TopicWritten,
    by: { readonly id: string; readonly name: string; readonly orgId: string },
    number: string,
    now: Date,
  ): Topic {
    const topic = new Topic();
    const { title, content, reporter, minutes } = written;
    topic.change({ id: newId(), number, title, content, reporter, minutes, orgId: by.orgId, proposedAt: now });
    topic.change({ proposerId: by.id, proposerName: by.name });
    topic.#tell();
    return topic;
  }

  /** While nobody has reviewed it; a returned one is proposed anew. @throws DomainError `oa.topic.act_refused`, `state.version_changed` */
  edit({ title, content, reporter, minutes }: TopicWritten, seenVersion: number): void {
    if (this.state !== 'proposed' && this.state !== 'returned')
      throw new DomainError('oa.topic.act_refused', { state: topicStateWords[this.state] });
    if (seenVersion !== this.version) throw new DomainError('state.version_changed', {}, { version: this.version });
    this.change({ title, content, reporter, minutes, opinion: null });
    if (this.state === 'returned') this.moveTo('proposed');
    this.#tell();
  }
  review(passed: boolean, opinion: string | undefined): void {
    this.moveTo(passed ? 'reviewed' : 'returned', { opinion: opinion ?? null });
    this.#tell();
  }
  approve(passed: boolean, opinion: string | undefined): void {
    this.moveTo(passed ? 'approved' : 'returned', { opinion: opinion ?? null });
    this.#tell();
  }
  withdraw(): void {
    this.moveTo('withdrawn');
    this.#tell();
  }
  /** @throws DomainError `oa.meeting.topic_not_ready` unless it is approved or was put off */
  list(meetingId: string): void {
    if (this.state !== 'approved' && this.state !== 'deferred')
      throw new DomainError('oa.meeting.topic_not_ready', { title: this.title, state: topicStateWords[this.state] });
    this.moveTo('listed', { meetingId });
    this.#tell();
  }
  /** Off the agenda, because the meeting was changed or cancelled. */
  unlist(): void {
    this.moveTo('approved', { meetingId: null });
    this.#tell();
  }
  decide(outcome: TopicOutcome, resolution: string | undefined): void {
    this.moveTo('decided', { outcome, resolution: resolution ?? null });
    this.#tell();
  }
  /** 缓议. */
  defer(): void {
    this.moveTo('deferred');
    this.#tell();
  }

  #tell(): void {
    this.record(new TopicMoved(this.id, this.orgId, this.state), { orgIds: [this.orgId], personIds: [this.proposerId] });
  }
}
