import { command, defineApi, Empty, query } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

/** A day that is not what its weekday says: 调休, a public holiday. */
export class CalendarDayView {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) day!: string;
  @IsIn(['working', 'off']) kind!: 'working' | 'off';
  @IsString() @MaxLength(60) note!: string;
}
export class GetCalendar {
  @Type(() => Number) @IsInt() @Min(2000) @Max(2100) year!: number;
}
export class CalendarView extends GetCalendar {
  /** `provisional` until the notice of the year is published: deadlines then say so. */
  @IsIn(['published', 'provisional']) status!: 'published' | 'provisional';
  /** The notice it comes from. */
  @IsString() @MaxLength(300) source!: string;
  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => CalendarDayView) days!: CalendarDayView[];
  @IsOptional() @IsInt() version?: number;
}
/** The whole year anew; open deadlines are worked out again. */
export class PutCalendar extends CalendarView {}
export class CalendarChanged extends CalendarView {
  /** Open deliveries whose deadline moved. */
  @IsInt() moved!: number;
}
/** The years that the office entered itself; all others are as the platform brings them along. */
export class EnteredCalendars {
  @IsArray() @ValidateNested({ each: true }) @Type(() => CalendarView) years!: CalendarView[];
}
const v = { version: 1 } as const;
export const calendarApi = defineApi('exchange', {
  getCalendar: query({
    ...{ ...v, http: 'GET /exchange/calendar/:year', needs: 'staff' },
    ...{ request: GetCalendar, response: CalendarView, summary: '工作日历' },
  }),
  /** For the other services of the node, which count working days by the same calendar. */
  readCalendars: query({ ...v, needs: 'system', request: Empty, response: EnteredCalendars, summary: '各年工作日历' }),
  putCalendar: command({
    ...{ ...v, http: 'PUT /exchange/calendar/:year', needs: 'exchange.calendar.write', deadlineMs: 30_000 },
    ...{ request: PutCalendar, response: CalendarChanged, summary: '更新工作日历' },
  }),
});
