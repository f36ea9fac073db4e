import { command, defineApi, query } from '@karez/contracts-kernel';
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

export class CalendarDay {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) day!: string;
  @IsIn(['working', 'off']) kind!: 'working' | 'off';
  @IsString() @MaxLength(60) note!: string;
}
export class GetApprovalCalendar {
  @Type(() => Number) @IsInt() @Min(2000) @Max(2100) year!: number;
}
export class ApprovalCalendar extends GetApprovalCalendar {
  /** `provisional` until the notice of the year is published: due dates then say so. */
  @IsIn(['published', 'provisional']) status!: 'published' | 'provisional';
  @IsString() @MaxLength(300) source!: string;
  @IsArray() @ArrayMaxSize(200) @ValidateNested({ each: true }) @Type(() => CalendarDay) days!: CalendarDay[];
  @IsOptional() @IsInt() version?: number;
}
export class PutApprovalCalendar extends ApprovalCalendar {}
export class MovedDue {
  @IsString() caseNumber!: string;
  @IsString() limit!: string;
  @IsISO8601() from!: string;
  @IsISO8601() to!: string;
}
/** Every open due date was derived again; the first thousand that moved are listed. */
export class ApprovalCalendarChanged extends ApprovalCalendar {
  @IsInt() moved!: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => MovedDue) changes!: MovedDue[];
}
const v = { version: 1 } as const;
export const calendarApi = defineApi('approval', {
  getCalendar: query({
    ...{ ...v, http: 'GET /approval/calendars/:year', needs: 'staff' },
    ...{ request: GetApprovalCalendar, response: ApprovalCalendar, summary: '工作日历' },
  }),
  putCalendar: command({
    ...{ ...v, http: 'PUT /approval/calendars/:year', needs: 'approval.calendar.write', deadlineMs: 30_000 },
    ...{ request: PutApprovalCalendar, response: ApprovalCalendarChanged, summary: '更新工作日历' },
  }),
});
