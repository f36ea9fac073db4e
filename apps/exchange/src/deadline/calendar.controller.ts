import { Controller } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type * as contract from '@karez/contracts-exchange';
import { calendarApi } from '@karez/contracts-exchange';
import type { Empty } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { CalendarYears } from './calendar-years.js';
import { PutCalendarHandler } from './commands/put-calendar.handler.js';

@Controller()
export class CalendarController implements Handlers<typeof calendarApi> {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly years: CalendarYears,
    private readonly put: PutCalendarHandler,
  ) {}

  @Handles(calendarApi.getCalendar)
  getCalendar({ year }: contract.GetCalendar, _ctx: Ctx): Promise<contract.CalendarView> {
    return this.years.get(this.source.manager, year);
  }
  @Handles(calendarApi.readCalendars)
  async readCalendars(_request: Empty, _ctx: Ctx): Promise<contract.EnteredCalendars> {
    return { years: await this.years.entered(this.source.manager) };
  }
  @Handles(calendarApi.putCalendar)
  putCalendar(request: contract.PutCalendar, ctx: Ctx): Promise<contract.CalendarChanged> {
    return this.put.execute(request, ctx);
  }
}
