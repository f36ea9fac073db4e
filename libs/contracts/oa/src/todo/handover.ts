import { command, defineApi, Empty, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsISO8601, IsNumber, IsOptional, IsString, IsUUID, Length, Matches, ValidateNested } from 'class-validator'; // prettier-ignore
import { type TodoKind, todoKinds } from './todo.js';

export class KindCount {
  @IsIn(todoKinds) kind!: TodoKind;
  @IsInt() count!: number;
}
/** Somebody whose open work nobody can do any more, or who is about to leave. */
export class Leaver {
  @IsUUID() id!: string;
  @IsString() name!: string;
  @IsString() orgName!: string;
  @IsIn(['active', 'disabled']) state!: 'active' | 'disabled';
  /** What can be handed over here. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => KindCount) open!: KindCount[];
  /** What other services must give to somebody else: approval tasks in hand. */
  @IsInt() elsewhere!: number;
}
export class StrandedWork {
  @IsArray() @ValidateNested({ each: true }) @Type(() => Leaver) people!: Leaver[];
}
export class GetLeaver {
  @IsUUID() personId!: string;
}
export class HandoverPart {
  @IsUUID() toId!: string;
  /** Empty: whatever no other part takes. */
  @IsArray() @ArrayMaxSize(todoKinds.length) @IsIn(todoKinds, { each: true }) kinds!: TodoKind[];
}
/** 工作移交: all open to-dos of somebody go to others, split by kind or to one. */
export class HandOver {
  @IsUUID() fromId!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(12) @ValidateNested({ each: true }) @Type(() => HandoverPart) parts!: HandoverPart[];
  @IsString() @Length(1, 200) reason!: string;
}
export class HandoverShare {
  @IsString() toName!: string;
  @IsArray() @IsIn(todoKinds, { each: true }) kinds!: TodoKind[];
  @IsInt() moved!: number;
}
export class HandoverRow {
  @IsUUID() id!: string;
  @IsString() fromName!: string;
  @IsString() byName!: string;
  @IsString() reason!: string;
  @IsISO8601() at!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => HandoverShare) shares!: HandoverShare[];
}
export class ListHandovers extends ListRequest {}

export class GetCycleTimes {
  /** Days on which the to-dos were done, both ends included. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) from!: string;
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) to!: string;
}
export class CycleTime {
  @IsInt() count!: number;
  /** Hours of office time from opening to done. */
  @IsNumber() medianHours!: number;
  @IsNumber() p90Hours!: number;
  /** Done after their time, of those that had one; between 0 and 1. */
  @IsNumber() overdueShare!: number;
}
export class CycleTimeOfKind extends CycleTime {
  @IsIn(todoKinds) kind!: TodoKind;
}
export class CycleTimeOfBody extends CycleTime {
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
}
export class CycleTimes {
  @IsString() from!: string;
  @IsString() to!: string;
  /** Counted from a sample when there are more. */
  @IsInt() read!: number;
  @IsOptional() @ValidateNested() @Type(() => CycleTime) total?: CycleTime;
  @IsArray() @ValidateNested({ each: true }) @Type(() => CycleTimeOfKind) byKind!: CycleTimeOfKind[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => CycleTimeOfBody) byBody!: CycleTimeOfBody[];
}

const v = { version: 1, needs: 'oa.handover.write' } as const;
export const handoverApi = defineApi('oa', {
  getStrandedWork: query({
    ...{ ...v, http: 'GET /oa/hand-over/stranded', request: Empty },
    ...{ response: StrandedWork, summary: '停用人员的在办事项' },
  }),
  getLeaver: query({
    ...{ ...v, http: 'GET /oa/hand-over/people/:personId', request: GetLeaver },
    ...{ response: Leaver, summary: '一人的在办事项' },
  }),
  listHandovers: query({
    ...{ ...v, http: 'GET /oa/hand-overs', request: ListHandovers },
    ...{ response: pageOf(HandoverRow), summary: '工作移交记录' },
  }),
  handOver: command({
    ...{ ...v, http: 'POST /oa/hand-overs', status: 201 },
    ...{ request: HandOver, response: HandoverRow, summary: '移交工作' },
  }),
  getCycleTimes: query({
    ...{ version: 1, needs: 'oa.todo.statistics', http: 'GET /oa/todo-statistics', deadlineMs: 20_000 },
    ...{ request: GetCycleTimes, response: CycleTimes, summary: '办理时长统计' },
  }),
});
