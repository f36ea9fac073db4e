import { defineApi, query } from '@karez/contracts-kernel';
import { IsArray, IsInt, IsISO8601, IsObject, IsOptional, IsString, IsUUID, Matches } from 'class-validator';

const day = /^\d{4}-\d{2}-\d{2}$/;
export class GetStatistics {
  /** First and last day in Asia/Shanghai: what was sent by the day of sending, what was received by the day of arrival; the last 30 days unless told. */
  @IsOptional() @Matches(day) from?: string;
  @IsOptional() @Matches(day) to?: string;
  @IsOptional() @IsUUID() orgId?: string;
}
/** Counts of one body, or of one day. Times in working minutes; absent where nothing was signed for. */
export class ExchangeCounts {
  @IsInt() sent!: number;
  @IsInt() received!: number;
  @IsInt() signed!: number;
  @IsInt() rejected!: number;
  @IsInt() recalled!: number;
  @IsInt() returned!: number;
  @IsInt() waiting!: number;
  /** Signed for after the deadline, or not yet and past it. */
  @IsInt() overdue!: number;
  @IsInt() urged!: number;
  @IsOptional() @IsInt() medianMinutesToSign?: number;
  @IsOptional() @IsInt() slowestMinutesToSign?: number;
}
export class CountsOfBody extends ExchangeCounts {
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
}
export class CountsOfDay extends ExchangeCounts {
  @IsString() day!: string;
}
export class ExchangeStatistics {
  @IsString() from!: string;
  @IsString() to!: string;
  @IsISO8601() at!: string;
  @IsObject() total!: ExchangeCounts;
  /** Bodies in the caller's reach, by what they have received. */
  @IsArray() @IsObject({ each: true }) byBody!: CountsOfBody[];
  @IsArray() @IsObject({ each: true }) byDay!: CountsOfDay[];
}
export const statisticsApi = defineApi('exchange', {
  getStatistics: query({
    ...{ version: 1, http: 'GET /exchange/statistics', needs: 'exchange.statistics.read', deadlineMs: 15_000 },
    ...{ request: GetStatistics, response: ExchangeStatistics, summary: '交换统计' },
  }),
});
