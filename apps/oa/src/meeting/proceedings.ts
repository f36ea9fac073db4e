import { Injectable } from '@nestjs/common';
import type { DecideTopic } from '@karez/contracts-oa';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { SupervisionIntake } from '../supervision/supervision-intake.js';
import { Agenda } from './agenda.js';
import { GuestList } from './guest-list.js';
import { MeetingTodos } from './meeting-todos.js';
import type { Meeting } from './meeting.entity.js';

/** What is decided in a meeting, and what follows of it. */
@Injectable()
export class Proceedings {
  constructor(
    private readonly agenda: Agenda,
    private readonly guests: GuestList,
    private readonly todos: MeetingTodos,
    private readonly intake: SupervisionIntake,
  ) {}

  /** A resolution with a day to be done by becomes a supervised item in the same transaction: none is forgotten. */
  async decide(tx: Tx, meeting: Meeting, request: DecideTopic): Promise<void> {
    const topic = await this.agenda.decide(tx, request);
    const { resolution, superviseBy, leaderId, outcome } = request;
    if (!superviseBy || outcome === 'deferred' || outcome === 'rejected') return;
    const itemId = await this.intake.register(tx, {
      ...{
        orgId: meeting.orgId,
        title: topic.title.slice(0, 120),
        content: resolution ?? topic.title,
        source: 'meeting',
        dueOn: superviseBy,
      },
      ...{ sourceText: `${meeting.title}议定：${resolution ?? '同意'}`.slice(0, 2000), sourceHref: `/oa/meetings/${meeting.id}` },
      leaderId: leaderId ?? tx.ctx.actor.id,
    });
    await this.agenda.supervised(tx, meeting.id, topic.id, itemId);
  }

  /** @throws DomainError `oa.meeting.topics_open` */
  async assertAllDecided({ manager }: Tx, meetingId: string): Promise<void> {
    const open = (await this.agenda.of(manager, meetingId)).filter(({ outcome }) => !outcome);
    if (open.length) throw new DomainError('oa.meeting.topics_open', { count: open.length });
  }
  async ended(tx: Tx, meeting: Meeting): Promise<void> {
    await this.todos.drop(tx, meeting);
    await this.todos.toMinute(tx, meeting);
  }
  async minuted(tx: Tx, meeting: Meeting): Promise<void> {
    await this.todos.done(tx, meeting, 'minute');
  }
  async guestIds({ manager }: Tx, meeting: Meeting): Promise<string[]> {
    return (await this.guests.of(manager, meeting)).map(({ personId }) => personId);
  }
}
