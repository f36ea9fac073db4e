import { ListRequest } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { type TodoKind, todoKinds } from './todo.js';

/** 逾期, 今明到期 (today or the next working day), 期内, 无时限. */
export const todoLamps = ['red', 'yellow', 'green', 'none'] as const;
export type TodoLamp = (typeof todoLamps)[number];
export const todoKindWords: Readonly<Record<TodoKind, string>> = {
  ...{ outgoing: '发文', incoming: '收文', circulation: '传阅', delivery: '交换', approval: '审批', meeting: '会议' },
  ...{ supervision: '督办', request: '申请', notice: '通知', archive: '档案', letter: '来信', edition: '稿件' },
};

export class ListTodos extends ListRequest {
  @IsOptional() @IsIn(todoKinds) kind?: TodoKind;
  @IsOptional() @IsIn(todoLamps) lamp?: TodoLamp;
  /** Asked of the person, or of the body. */
  @IsOptional() @IsIn(['person', 'org']) holder?: 'person' | 'org';
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  @IsOptional() @IsIn(['due', '-opened']) sort?: 'due' | '-opened';
}
export class TodoRow {
  @IsUUID() id!: string;
  @IsString() service!: string;
  @IsIn(todoKinds) kind!: TodoKind;
  @IsString() subjectId!: string;
  @IsString() title!: string;
  /** What is to be done: 会签. */
  @IsString() act!: string;
  /** Below `/office`. */
  @IsString() href!: string;
  @IsIn(todoLamps) lamp!: TodoLamp;
  @IsOptional() @IsISO8601() dueAt?: string;
  @IsISO8601() openedAt!: string;
  @IsOptional() @IsString() fromName?: string;
  /** The body that is asked, when it is not a person. */
  @IsOptional() @IsString() orgName?: string;
  /** Whose it is, when the reader stands in for somebody. */
  @IsOptional() @IsString() forName?: string;
  @IsIn(['none', 'urgent', 'extra_urgent']) urgency!: 'none' | 'urgent' | 'extra_urgent';
  @IsInt() urged!: number;
  @IsOptional() @IsISO8601() urgedAt?: string;
}
export class CountTodos {
  @IsOptional() @IsIn(['person', 'org']) holder?: 'person' | 'org';
}
export class TodoCell {
  @IsIn(todoKinds) kind!: TodoKind;
  @IsIn(todoLamps) lamp!: TodoLamp;
  @IsInt() count!: number;
}
/** Tabs and chips are sums of the same cells, so that either adds up to the total. */
export class TodoCounts {
  @IsInt() total!: number;
  /** There are more than were counted: the most pressing are. */
  @IsBoolean() more!: boolean;
  @IsArray() @ValidateNested({ each: true }) @Type(() => TodoCell) cells!: TodoCell[];
}
export class ListDone extends ListRequest {
  @IsOptional() @IsIn(todoKinds) kind?: TodoKind;
  @IsOptional() @IsString() @MaxLength(60) q?: string;
}
export class DoneRow {
  @IsUUID() id!: string;
  @IsIn(todoKinds) kind!: TodoKind;
  @IsString() title!: string;
  @IsString() act!: string;
  @IsString() href!: string;
  @IsISO8601() openedAt!: string;
  @IsISO8601() endedAt!: string;
  /** Done after its time. */
  @IsBoolean() late!: boolean;
  @IsOptional() @IsString() doneByName?: string;
  /** Whose it was, when somebody stood in. */
  @IsOptional() @IsString() forName?: string;
}
/** What the caller sent to others and they have not done: what may be urged. */
export class ListSentTodos extends ListRequest {
  @IsOptional() @IsString() @MaxLength(60) q?: string;
}
export class SentTodoRow extends TodoRow {
  /** Who has it: a person, or a body. */
  @IsString() holderName!: string;
  @IsArray() @IsIn(['urge'], { each: true }) acts!: 'urge'[];
}
export class UrgeTodo {
  @IsUUID() todoId!: string;
}
export class TodoUrged {
  /** How many had something of the subject open. */
  @IsInt() reached!: number;
}
