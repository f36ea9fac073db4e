import { Controller } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type * as contract from '@karez/contracts-approval';
import { calendarApi } from '@karez/contracts-approval';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { Calendars } from './calendars.js';
import { PutCalendarHandler } from './commands/put-calendar.handler.js';

@Controller()
export class CalendarController implements Handlers<typeof calendarApi> {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendars: Calendars,
    private readonly put: PutCalendarHandler,
  ) {}

  @Handles(calendarApi.getCalendar)
  getCalendar({ year }: contract.GetApprovalCalendar, _ctx: Ctx): Promise<contract.ApprovalCalendar> {
    return this.calendars.year(this.source.manager, year);
  }
  @Handles(calendarApi.putCalendar)
  putCalendar(request: contract.PutApprovalCalendar, ctx: Ctx): Promise<contract.ApprovalCalendarChanged> {
    return this.put.execute(request, ctx);
  }
}
