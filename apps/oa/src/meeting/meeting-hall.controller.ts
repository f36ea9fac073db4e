import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-oa';
import { meetingHallApi } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { MeetingReading } from './meeting-reading.js';
import { AttendMeetingHandler } from './commands/attend-meeting.handler.js';
import { HoldMeetingHandler } from './commands/hold-meeting.handler.js';

/** From the notice to the minutes. */
@Controller()
export class MeetingHallController implements Handlers<typeof meetingHallApi> {
  constructor(
    private readonly reading: MeetingReading,
    private readonly attending: AttendMeetingHandler,
    private readonly holding: HoldMeetingHandler,
  ) {}

  @Handles(meetingHallApi.replyMeeting)
  async replyMeeting(request: contract.ReplyMeeting, ctx: Ctx): Promise<contract.MeetingView> {
    return this.reading.view((await this.attending.reply(request, ctx)).meetingId, ctx);
  }
  @Handles(meetingHallApi.decideLeave)
  async decideLeave(request: contract.DecideLeave, ctx: Ctx): Promise<contract.MeetingView> {
    return this.reading.view((await this.attending.decideLeave(request, ctx)).meetingId, ctx);
  }
  @Handles(meetingHallApi.urgeReceipts)
  async urgeReceipts(request: contract.MeetingOf, ctx: Ctx): Promise<contract.MeetingView> {
    return this.reading.view((await this.attending.urge(request, ctx)).meetingId, ctx);
  }
  @Handles(meetingHallApi.getCheckInCode)
  getCheckInCode(request: contract.MeetingOf, ctx: Ctx): Promise<contract.CheckInCode> {
    return this.reading.code(request.meetingId, ctx);
  }
  @Handles(meetingHallApi.checkIn)
  async checkIn(request: contract.CheckIn, ctx: Ctx): Promise<contract.MeetingView> {
    return this.reading.view((await this.attending.checkIn(request, ctx)).meetingId, ctx);
  }
  @Handles(meetingHallApi.startMeeting)
  async startMeeting(request: contract.MeetingOf, ctx: Ctx): Promise<contract.MeetingView> {
    return this.reading.view((await this.holding.start(request, ctx)).meetingId, ctx);
  }
  @Handles(meetingHallApi.decideTopic)
  async decideTopic(request: contract.DecideTopic, ctx: Ctx): Promise<contract.MeetingView> {
    return this.reading.view((await this.holding.decideTopic(request, ctx)).meetingId, ctx);
  }
  @Handles(meetingHallApi.endMeeting)
  async endMeeting(request: contract.MeetingOf, ctx: Ctx): Promise<contract.MeetingView> {
    return this.reading.view((await this.holding.end(request, ctx)).meetingId, ctx);
  }
  @Handles(meetingHallApi.minuteMeeting)
  async minuteMeeting(request: contract.MinuteMeeting, ctx: Ctx): Promise<contract.MeetingView> {
    return this.reading.view((await this.holding.minute(request, ctx)).meetingId, ctx);
  }
  @Handles(meetingHallApi.archiveMeeting)
  async archiveMeeting(request: contract.MeetingOf, ctx: Ctx): Promise<contract.MeetingView> {
    return this.reading.view((await this.holding.archive(request, ctx)).meetingId, ctx);
  }
}
