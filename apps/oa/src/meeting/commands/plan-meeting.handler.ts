import { Injectable } from '@nestjs/common';
import type { ApproveMeeting, CancelMeeting, CreateMeeting, MeetingOf, MeetingWritten, UpdateMeeting } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { MeetingDesk } from '../meeting-desk.js';
import { MeetingProgramme } from '../meeting-programme.js';
import { Meeting } from '../meeting.entity.js';

type Planned = { readonly meetingId: string };

/** 安排、修改、审批、通知、取消: what comes before a meeting. */
@Injectable()
export class PlanMeetingHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: MeetingDesk,
    private readonly programme: MeetingProgramme,
  ) {}

  /** @throws DomainError `oa.meeting.*`, `oa.person.not_there`, `auth.out_of_scope` */
  create(request: CreateMeeting, ctx: Ctx): Promise<Planned> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { actor, now } = ctx;
      if (!actor.orgId || !(await tx.reaches('oa.meeting.write', actor.orgId))) throw new DomainError('auth.out_of_scope');
      const meeting = Meeting.plan(request, { orgId: actor.orgId, id: actor.id, name: actor.name }, now);
      await tx.save(meeting);
      await this.#set(tx, meeting, request);
      return { meetingId: meeting.id };
    });
  }

  update({ meetingId, version, ...written }: UpdateMeeting, ctx: Ctx): Promise<Planned> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const meeting = await this.desk.load(tx, meetingId, 'edit');
      meeting.replan(written, version, ctx.now);
      await tx.save(meeting);
      await this.#set(tx, meeting, written);
      return { meetingId };
    });
  }

  approve({ meetingId, decision, opinion }: ApproveMeeting, ctx: Ctx): Promise<Planned> {
    return this.#act(meetingId, 'approve', ctx, async (meeting, tx) => {
      const passed = decision === 'pass';
      if (passed) meeting.approve();
      else meeting.touched('returned');
      await tx.save(meeting);
      await this.programme.approved(tx, meeting, { passed, opinion });
    });
  }

  /** 发通知: everybody is asked for an answer. */
  notify({ meetingId }: MeetingOf, ctx: Ctx): Promise<Planned> {
    return this.#act(meetingId, 'notify', ctx, (meeting, tx) => this.programme.announce(tx, meeting));
  }
  cancel({ meetingId, reason }: CancelMeeting, ctx: Ctx): Promise<Planned> {
    return this.#act(meetingId, 'cancel', ctx, (meeting, tx) => this.programme.cancel(tx, meeting, reason));
  }

  async #set(tx: Tx, meeting: Meeting, { topicIds, attendees }: MeetingWritten): Promise<void> {
    await this.programme.set(tx, meeting, { topicIds, attendees });
  }
  #act(
    meetingId: string,
    act: 'approve' | 'notify' | 'cancel',
    ctx: Ctx,
    move: (meeting: Meeting, tx: Tx) => Promise<void>,
  ): Promise<Planned> {
    return this.unitOfWork.run(ctx, async (tx) => {
      await move(await this.desk.load(tx, meetingId, act), tx);
      return { meetingId };
    });
  }
}
