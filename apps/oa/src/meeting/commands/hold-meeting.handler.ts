import { Injectable } from '@nestjs/common';
import type { DecideTopic, MeetingAct, MeetingOf, MinuteMeeting } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { Handlings } from '../../handling/handlings.js';
import { MeetingDesk } from '../meeting-desk.js';
import type { Meeting } from '../meeting.entity.js';
import { Proceedings } from '../proceedings.js';

type Held = { readonly meetingId: string };

/** 开始、议定、结束、纪要、归档. */
@Injectable()
export class HoldMeetingHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: MeetingDesk,
    private readonly proceedings: Proceedings,
    private readonly handlings: Handlings,
  ) {}

  start({ meetingId }: MeetingOf, ctx: Ctx): Promise<Held> {
    return this.#act(meetingId, 'start', ctx, (meeting) => meeting.start());
  }
  /** @throws DomainError `oa.meeting.topic_decided`, `not_found`, `oa.supervision.due_past` */
  decideTopic(request: DecideTopic, ctx: Ctx): Promise<Held> {
    return this.#act(request.meetingId, 'decide_topic', ctx, async (meeting, tx) => {
      await this.proceedings.decide(tx, meeting, request);
      meeting.touched('topic_decided');
    });
  }
  /** @throws DomainError `oa.meeting.topics_open` */
  end({ meetingId }: MeetingOf, ctx: Ctx): Promise<Held> {
    return this.#act(meetingId, 'end', ctx, async (meeting, tx) => {
      await this.proceedings.assertAllDecided(tx, meetingId);
      meeting.end();
      await this.proceedings.ended(tx, meeting);
    });
  }
  minute({ meetingId, minutes }: MinuteMeeting, ctx: Ctx): Promise<Held> {
    return this.#act(meetingId, 'minute', ctx, async (meeting, tx) => {
      meeting.minute(minutes, await this.proceedings.guestIds(tx, meeting));
      await this.proceedings.minuted(tx, meeting);
    });
  }
  archive({ meetingId }: MeetingOf, ctx: Ctx): Promise<Held> {
    return this.#act(meetingId, 'archive', ctx, (meeting) => meeting.archive());
  }

  #act(meetingId: string, act: MeetingAct, ctx: Ctx, move: (meeting: Meeting, tx: Tx) => void | Promise<void>): Promise<Held> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const meeting = await this.desk.load(tx, meetingId, act);
      const fromState = meeting.state;
      await move(meeting, tx);
      await tx.save(meeting);
      await this.handlings.add(tx, { subjectId: meetingId, act, fromState, toState: meeting.state });
      return { meetingId };
    });
  }
}
