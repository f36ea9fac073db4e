import { ListRequest } from '@karez/contracts-kernel';
import { IsArray, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { type TopicAct, topicActs, type TopicOutcome, topicOutcomes, type TopicState, topicStates } from './meeting-flow.js';

export class TopicWritten {
  @IsString() @Length(2, 120) title!: string;
  /** 议题说明: what is to be decided, and on what ground. */
  @IsString() @Length(2, 8000) content!: string;
  /** 汇报人. */
  @IsString() @Length(2, 40) reporter!: string;
  /** How long it is expected to take. */
  @IsInt() @Min(1) @Max(240) minutes!: number;
}
export class TopicOf {
  @IsUUID() topicId!: string;
}
export class ProposeTopic extends TopicWritten {}
/** A returned topic is proposed anew with it. */
export class UpdateTopic extends TopicWritten {
  @IsUUID() topicId!: string;
  @IsInt() @Min(1) version!: number;
}
export class JudgeTopic extends TopicOf {
  @IsIn(['pass', 'return']) decision!: 'pass' | 'return';
  @IsOptional() @IsString() @MaxLength(500) opinion?: string;
}
export class TopicRow {
  @IsUUID() id!: string;
  /** 议题号: of the year, kept when it is put off. */
  @IsString() number!: string;
  @IsString() title!: string;
  @IsIn(topicStates) state!: TopicState;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsString() reporter!: string;
  @IsInt() minutes!: number;
  @IsISO8601() proposedAt!: string;
  @IsOptional() @IsUUID() meetingId?: string;
}
export class TopicView extends TopicRow {
  @IsString() content!: string;
  @IsString() proposerName!: string;
  @IsOptional() @IsString() opinion?: string;
  @IsOptional() @IsIn(topicOutcomes) outcome?: TopicOutcome;
  /** 议定事项. */
  @IsOptional() @IsString() resolution?: string;
  @IsInt() version!: number;
  @IsArray() @IsIn(topicActs, { each: true }) acts!: TopicAct[];
}
export class ListTopics extends ListRequest {
  @IsOptional() @IsIn(topicStates) state?: TopicState;
  @IsOptional() @IsString() @MaxLength(60) q?: string;
}
