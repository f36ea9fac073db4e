import { Global, Module } from '@nestjs/common';
import { CalendarCopy } from './calendar-copy.reaction.js';
import { Calendars } from './calendars.js';

@Global()
@Module({ providers: [Calendars, CalendarCopy], exports: [Calendars] })
export class CalendarModule {}
