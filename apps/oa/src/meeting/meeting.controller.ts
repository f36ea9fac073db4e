import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import type * as contract from '@karez/contracts-oa';
import { meetingDeskApi } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { MeetingLists } from './meeting.lists.js';
import { MeetingReading } from './meeting-reading.js';
import { PlanMeetingHandler } from './commands/plan-meeting.handler.js';

/** What the body that holds a meeting does before it. */
@Controller()
export class MeetingController implements Handlers<typeof meetingDeskApi> {
  constructor(
    private readonly lists: MeetingLists,
    private readonly reading: MeetingReading,
    private readonly planning: PlanMeetingHandler,
  ) {}

  @Handles(meetingDeskApi.listMeetings)
  listMeetings(request: contract.ListMeetings, ctx: Ctx): Promise<Page<contract.MeetingRow>> {
    return this.lists.meetings(request, ctx);
  }
  @Handles(meetingDeskApi.getMeeting)
  getMeeting(request: contract.MeetingOf, ctx: Ctx): Promise<contract.MeetingView> {
    return this.reading.view(request.meetingId, ctx);
  }
  @Handles(meetingDeskApi.createMeeting)
  async createMeeting(request: contract.CreateMeeting, ctx: Ctx): Promise<contract.MeetingView> {
    return this.reading.view((await this.planning.create(request, ctx)).meetingId, ctx);
  }
  @Handles(meetingDeskApi.updateMeeting)
  async updateMeeting(request: contract.UpdateMeeting, ctx: Ctx): Promise<contract.MeetingView> {
    return this.reading.view((await this.planning.update(request, ctx)).meetingId, ctx);
  }
  @Handles(meetingDeskApi.approveMeeting)
  async approveMeeting(request: contract.ApproveMeeting, ctx: Ctx): Promise<contract.MeetingView> {
    return this.reading.view((await this.planning.approve(request, ctx)).meetingId, ctx);
  }
  @Handles(meetingDeskApi.notifyMeeting)
  async notifyMeeting(request: contract.MeetingOf, ctx: Ctx): Promise<contract.MeetingView> {
    return this.reading.view((await this.planning.notify(request, ctx)).meetingId, ctx);
  }
  @Handles(meetingDeskApi.cancelMeeting)
  async cancelMeeting(request: contract.CancelMeeting, ctx: Ctx): Promise<contract.MeetingView> {
    return this.reading.view((await this.planning.cancel(request, ctx)).meetingId, ctx);
  }
}
