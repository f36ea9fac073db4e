import { Global, Module } from '@nestjs/common';
import { Calendars } from './calendars.js';

@Global()
@Module({ providers: [Calendars], exports: [Calendars] })
export class CalendarModule {}
