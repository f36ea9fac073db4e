import { Injectable } from '@nestjs/common';
import type { CheckIn, DecideLeave, MeetingOf, ReplyMeeting } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { People } from '../../people/people.js';
import { earlyMs, isCode } from '../check-in-codes.js';
import { GuestList } from '../guest-list.js';
import { MeetingDesk } from '../meeting-desk.js';
import { MeetingTodos } from '../meeting-todos.js';
import type { Meeting } from '../meeting.entity.js';

type Attended = { readonly meetingId: string };

/** 回执、请假、替会、催报、签到. */
@Injectable()
export class AttendMeetingHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: MeetingDesk,
    private readonly guests: GuestList,
    private readonly todos: MeetingTodos,
    private readonly people: People,
  ) {}

  /** @throws DomainError `oa.meeting.not_invited`, `oa.meeting.reason_needed`, `oa.meeting.substitute_needed`, `oa.meeting.substitute_invited` */
  reply({ meetingId, reply, reason, substituteId }: ReplyMeeting, ctx: Ctx): Promise<Attended> {
    return this.#act(meetingId, 'reply', ctx, async (meeting, tx) => {
      const { id } = ctx.actor;
      const guest = await this.guests.guest(tx, meetingId, id);
      if (reply !== 'attend' && !reason?.trim()) throw new DomainError('oa.meeting.reason_needed');
      if (reply === 'attend') await this.guests.answer(tx, meetingId, id, { receipt: 'attend' });
      if (reply === 'leave') {
        await this.guests.answer(tx, meetingId, id, { receipt: 'leave_asked', reason });
        await this.todos.toDecideLeave(tx, meeting);
      }
      if (reply === 'substitute') {
        if (!substituteId || substituteId === id) throw new DomainError('oa.meeting.substitute_needed');
        const who = await this.people.at(tx.manager, substituteId, guest.orgId);
        await this.guests.substitute(tx, meetingId, who, guest);
        await this.guests.answer(tx, meetingId, id, { receipt: 'substituted', reason, substituteName: who.name });
      }
      await this.todos.done(tx, meeting, 'reply', id);
      meeting.touched('replied');
    });
  }

  /** 请假审批. @throws DomainError `oa.meeting.leave_decided` */
  decideLeave({ meetingId, personId, grant }: DecideLeave, ctx: Ctx): Promise<Attended> {
    return this.#act(meetingId, 'decide_leave', ctx, async (meeting, tx) => {
      const { receipt } = await this.guests.guest(tx, meetingId, personId);
      if (receipt !== 'leave_asked') throw new DomainError('oa.meeting.leave_decided');
      await this.guests.answer(tx, meetingId, personId, { receipt: grant ? 'leave_granted' : 'leave_refused' });
      const waiting = (await this.guests.of(tx.manager, meeting)).some((guest) => guest.receipt === 'leave_asked');
      if (!waiting) await this.todos.done(tx, meeting, 'leave');
      meeting.touched('leave_decided');
    });
  }

  urge({ meetingId }: MeetingOf, ctx: Ctx): Promise<Attended> {
    return this.#act(meetingId, 'urge', ctx, async (meeting, tx) => {
      await this.todos.urge(tx, meeting);
      meeting.touched('urged');
    });
  }

  /** @throws DomainError `oa.meeting.code_wrong`, `oa.meeting.not_open`, `oa.meeting.not_invited` */
  checkIn({ meetingId, code }: CheckIn, ctx: Ctx): Promise<Attended> {
    return this.#act(meetingId, 'check_in', ctx, async (meeting, tx) => {
      await this.guests.guest(tx, meetingId, ctx.actor.id);
      if (meeting.startsAt.getTime() - ctx.now.getTime() > earlyMs) throw new DomainError('oa.meeting.not_open');
      if (!isCode(meeting.codeSecret, code, ctx.now)) throw new DomainError('oa.meeting.code_wrong');
      if (await this.guests.checkIn(tx, meetingId)) meeting.touched('checked_in');
      await this.todos.done(tx, meeting, 'reply', ctx.actor.id);
    });
  }

  #act(
    meetingId: string,
    act: Parameters<MeetingDesk['load']>[2],
    ctx: Ctx,
    move: (meeting: Meeting, tx: Tx) => Promise<void>,
  ): Promise<Attended> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const meeting = await this.desk.load(tx, meetingId, act);
      await move(meeting, tx);
      await tx.save(meeting);
      return { meetingId };
    });
  }
}
