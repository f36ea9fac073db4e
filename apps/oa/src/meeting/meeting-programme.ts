import { Injectable } from '@nestjs/common';
import type { MeetingWritten } from '@karez/contracts-oa';
import type { Tx } from '@karez/persistence';
import { Handlings } from '../handling/handlings.js';
import { Agenda } from './agenda.js';
import { GuestList } from './guest-list.js';
import { MeetingTodos } from './meeting-todos.js';
import type { Meeting } from './meeting.entity.js';
import { RoomBookings } from './room-bookings.js';

/** What belongs to a planned meeting: its room, agenda and guests, and what is asked of whom. */
@Injectable()
export class MeetingProgramme {
  constructor(
    private readonly bookings: RoomBookings,
    private readonly agenda: Agenda,
    private readonly guests: GuestList,
    private readonly todos: MeetingTodos,
    private readonly handlings: Handlings,
  ) {}

  async set(tx: Tx, meeting: Meeting, { topicIds, attendees }: Pick<MeetingWritten, 'topicIds' | 'attendees'>): Promise<void> {
    await this.bookings.put(tx, meeting);
    await this.agenda.put(tx, meeting.id, topicIds);
    await this.guests.invite(tx, meeting.id, attendees);
    await this.todos.toApprove(tx, meeting);
  }

  async approved(
    tx: Tx,
    meeting: Meeting,
    { passed, opinion }: { readonly passed: boolean; readonly opinion: string | undefined },
  ): Promise<void> {
    await this.todos.done(tx, meeting, 'approve');
    const verdict = passed ? 'agree' : 'disagree';
    await this.handlings.add(tx, {
      subjectId: meeting.id,
      act: 'approve',
      fromState: 'planned',
      toState: meeting.state,
      verdict,
      text: opinion,
    });
  }

  async announce(tx: Tx, meeting: Meeting): Promise<void> {
    const guests = await this.guests.of(tx.manager, meeting);
    meeting.notify(guests.map(({ personId }) => personId));
    await tx.save(meeting);
    await this.todos.toReply(tx, meeting, guests);
    await this.handlings.add(tx, { subjectId: meeting.id, act: 'notify', fromState: 'approved', toState: meeting.state });
  }

  async cancel(tx: Tx, meeting: Meeting, reason: string): Promise<void> {
    const guests = await this.guests.of(tx.manager, meeting);
    const fromState = meeting.state;
    await this.agenda.clear(tx, meeting.id);
    await this.bookings.free(tx, meeting.id);
    meeting.cancel(reason, fromState === 'notified' ? guests.map(({ personId }) => personId) : []);
    await tx.save(meeting);
    await this.todos.drop(tx, meeting);
    await this.handlings.add(tx, { subjectId: meeting.id, act: 'cancel', fromState, toState: meeting.state, text: reason });
  }
}
