import { command, defineApi, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import { lamps, type Lamp } from './clock.js';

/** `pending`: anybody of the body may take it. */
export const taskStates = ['pending', 'claimed', 'done', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];
export const taskActs = ['claim', 'release', 'complete', 'return', 'transfer', 'delegate', 'add_sign', 'consult'] as const;
export type TaskAct = (typeof taskActs)[number];
export const opinions = ['agree', 'disagree', 'noted'] as const;
export type Opinion = (typeof opinions)[number];

export class NodeName {
  @IsString() node!: string;
  @IsString() name!: string;
}
export class TaskView {
  @IsUUID() id!: string;
  @IsUUID() caseId!: string;
  @IsString() caseNumber!: string;
  @IsString() itemName!: string;
  @IsString() subject!: string;
  @IsString() applicantName!: string;
  @IsString() node!: string;
  @IsString() name!: string;
  @IsIn(taskStates) state!: TaskState;
  @IsOptional() @IsUUID() orgId?: string;
  @IsOptional() @IsString() orgName?: string;
  @IsOptional() @IsUUID() assigneeId?: string;
  @IsOptional() @IsString() assigneeName?: string;
  @IsISO8601() openedAt!: string;
  @IsOptional() @IsISO8601() dueAt?: string;
  @IsIn(lamps) lamp!: Lamp;
  @IsOptional() @IsIn(opinions) opinion?: Opinion;
  @IsOptional() @IsString() text?: string;
  @IsOptional() @IsISO8601() endedAt?: string;
  /** What the caller may do with it now. */
  @IsArray() @IsIn(taskActs, { each: true }) acts!: TaskAct[];
  /** Nodes to which it may be sent back. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => NodeName) returnTo!: NodeName[];
}
export const taskTabs = ['mine', 'claimable', 'done'] as const;
export class ListTasks extends ListRequest {
  /** mine: taken by the caller · claimable: of the caller's bodies, taken by nobody · done: by the caller. */
  @IsOptional() @IsIn(taskTabs) tab?: (typeof taskTabs)[number];
  @IsOptional() @IsUUID() caseId?: string;
  @IsOptional() @IsIn(['due', '-opened']) sort?: 'due' | '-opened';
}
export class GetTask {
  @IsUUID() taskId!: string;
}
export class CompleteTask extends GetTask {
  @IsIn(opinions) opinion!: Opinion;
  @IsOptional() @IsString() @MaxLength(2000) text?: string;
}
export class ReturnTask extends GetTask {
  @IsString() @Length(1, 60) toNode!: string;
  @IsString() @Length(1, 500) reason!: string;
}
/** To another person, who acts in the same body or another one. */
export class HandTask extends GetTask {
  @IsUUID() personId!: string;
  @IsString() @Length(1, 40) personName!: string;
  @IsOptional() @IsUUID() orgId?: string;
  @IsString() @Length(1, 500) reason!: string;
}
export class AddSign extends HandTask {
  @IsIn(['before', 'after']) place!: 'before' | 'after';
}
/** What an act on a task has led to: the same transaction's truth, so that no work list is stale. */
export class TaskActed {
  @ValidateNested() @Type(() => TaskView) task!: TaskView;
  /** Open tasks of the case from now on. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => TaskView) next!: TaskView[];
  @IsInt() caseVersion!: number;
  /** The due date of the whole as it stands now. */
  @IsOptional() @IsISO8601() dueAt?: string;
}

const v = { version: 1 } as const;
const work = { ...v, needs: 'approval.task.work' } as const;
export const taskApi = defineApi('approval', {
  listTasks: query({
    ...{ ...work, http: 'GET /approval/tasks' },
    ...{ request: ListTasks, response: pageOf(TaskView), summary: '我的审批任务' },
  }),
  claimTask: command({ ...work, http: 'POST /approval/tasks/:taskId/claim', request: GetTask, response: TaskActed, summary: '领取任务' }),
  releaseTask: command({
    ...work,
    http: 'POST /approval/tasks/:taskId/release',
    request: GetTask,
    response: TaskActed,
    summary: '放回任务',
  }),
  completeTask: command({
    ...{ ...work, http: 'POST /approval/tasks/:taskId/complete' },
    ...{ request: CompleteTask, response: TaskActed, summary: '办结任务' },
  }),
  returnTask: command({
    ...{ ...work, http: 'POST /approval/tasks/:taskId/return' },
    ...{ request: ReturnTask, response: TaskActed, summary: '退回前面的环节' },
  }),
  transferTask: command({
    ...work,
    http: 'POST /approval/tasks/:taskId/transfer',
    request: HandTask,
    response: TaskActed,
    summary: '转办',
  }),
  delegateTask: command({
    ...work,
    http: 'POST /approval/tasks/:taskId/delegate',
    request: HandTask,
    response: TaskActed,
    summary: '委托',
  }),
  addSign: command({ ...work, http: 'POST /approval/tasks/:taskId/add-sign', request: AddSign, response: TaskActed, summary: '加签' }),
  consultTask: command({
    ...{ ...work, http: 'POST /approval/tasks/:taskId/consult' },
    ...{ request: HandTask, response: TaskActed, summary: '征求意见' },
  }),
});
