import { ListRequest } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { HandlingView } from '../handling/handling.js';
import {
  type AttendeeRole,
  attendeeRoles,
  type MeetingAct,
  meetingActs,
  type MeetingKind,
  meetingKinds,
  type MeetingState,
  meetingStates,
  type Receipt,
  receipts,
  type TopicOutcome,
  topicOutcomes,
} from './meeting-flow.js';

export class AttendeeGiven {
  @IsUUID() personId!: string;
  /** One of the bodies where the person works; the primary one unless told. */
  @IsOptional() @IsUUID() orgId?: string;
  @IsIn(attendeeRoles) role!: AttendeeRole;
}
export class MeetingWritten {
  @IsString() @Length(2, 120) title!: string;
  @IsIn(meetingKinds) kind!: MeetingKind;
  @IsISO8601() startsAt!: string;
  @IsISO8601() endsAt!: string;
  /** A room of the house, or a place elsewhere. */
  @IsOptional() @IsUUID() roomId?: string;
  @IsOptional() @IsString() @MaxLength(120) place?: string;
  @IsOptional() @IsString() @MaxLength(4000) notes?: string;
  /** In their order. */
  @IsArray() @ArrayMaxSize(40) @IsUUID(undefined, { each: true }) topicIds!: string[];
  @IsArray() @ArrayMaxSize(500) @ValidateNested({ each: true }) @Type(() => AttendeeGiven) attendees!: AttendeeGiven[];
  /** 回执截止. */
  @IsOptional() @IsISO8601() replyBy?: string;
}
/** It books the room at once: nobody else gets it. */
export class CreateMeeting extends MeetingWritten {}
export class MeetingOf {
  @IsUUID() meetingId!: string;
}
export class UpdateMeeting extends MeetingWritten {
  @IsUUID() meetingId!: string;
  @IsInt() @Min(1) version!: number;
}
export class ApproveMeeting extends MeetingOf {
  @IsIn(['pass', 'return']) decision!: 'pass' | 'return';
  @IsOptional() @IsString() @MaxLength(500) opinion?: string;
}
/** 回执. */
export class ReplyMeeting extends MeetingOf {
  @IsIn(['attend', 'leave', 'substitute']) reply!: 'attend' | 'leave' | 'substitute';
  /** Needed for leave and for a substitute. */
  @IsOptional() @IsString() @MaxLength(300) reason?: string;
  /** 替会人, of the same body. */
  @IsOptional() @IsUUID() substituteId?: string;
}
export class DecideLeave extends MeetingOf {
  @IsUUID() personId!: string;
  @IsBoolean() grant!: boolean;
}
export class CheckIn extends MeetingOf {
  /** From the picture at the door; it changes every few minutes. */
  @Matches(/^[A-Za-z0-9_-]{8,64}$/) code!: string;
}
export class CheckInCode {
  @IsString() code!: string;
  /** The address in the picture. */
  @IsString() url!: string;
  @IsISO8601() validUntil!: string;
}
export class DecideTopic extends MeetingOf {
  @IsUUID() topicId!: string;
  @IsIn([...topicOutcomes, 'deferred']) outcome!: TopicOutcome | 'deferred';
  @IsOptional() @IsString() @MaxLength(4000) resolution?: string;
  /** 转督办: the resolution becomes a supervised item, due on this day, led by this leader. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) superviseBy?: string;
  @IsOptional() @IsUUID() leaderId?: string;
}
export class MinuteMeeting extends MeetingOf {
  @IsString() @Length(2, 50_000) minutes!: string;
}
export class CancelMeeting extends MeetingOf {
  @IsString() @Length(2, 300) reason!: string;
}
export class AttendeeView {
  @IsUUID() personId!: string;
  @IsString() name!: string;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsIn(attendeeRoles) role!: AttendeeRole;
  @IsIn(receipts) receipt!: Receipt;
  @IsOptional() @IsString() reason?: string;
  @IsOptional() @IsString() substituteName?: string;
  /** Whom this person stands in for. */
  @IsOptional() @IsString() standsInForName?: string;
  @IsOptional() @IsISO8601() checkedInAt?: string;
  /** Another meeting at the same time. */
  @IsOptional() @IsString() clash?: string;
}
export class AgendaItem {
  @IsUUID() topicId!: string;
  @IsString() number!: string;
  @IsString() title!: string;
  @IsString() orgName!: string;
  @IsString() reporter!: string;
  @IsInt() minutes!: number;
  @IsOptional() @IsIn([...topicOutcomes, 'deferred']) outcome?: TopicOutcome | 'deferred';
  @IsOptional() @IsString() resolution?: string;
  @IsOptional() @IsUUID() supervisionId?: string;
}
export class MeetingRow {
  @IsUUID() id!: string;
  @IsString() title!: string;
  @IsIn(meetingKinds) kind!: MeetingKind;
  @IsIn(meetingStates) state!: MeetingState;
  @IsISO8601() startsAt!: string;
  @IsISO8601() endsAt!: string;
  /** Room or place, in words. */
  @IsString() where!: string;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  /** The caller's own answer; absent when not invited. */
  @IsOptional() @IsIn(receipts) myReceipt?: Receipt;
}
export class MeetingView extends MeetingRow {
  @IsOptional() @IsUUID() roomId?: string;
  @IsOptional() @IsString() place?: string;
  @IsOptional() @IsString() notes?: string;
  @IsOptional() @IsISO8601() replyBy?: string;
  @IsString() plannerName!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => AgendaItem) agenda!: AgendaItem[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => AttendeeView) attendees!: AttendeeView[];
  @IsOptional() @IsString() minutes?: string;
  @IsOptional() @IsString() cancelledReason?: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => HandlingView) handlings!: HandlingView[];
  @IsInt() version!: number;
  @IsArray() @IsIn(meetingActs, { each: true }) acts!: MeetingAct[];
}
export class ListMeetings extends ListRequest {
  /** mine: invited · run: of bodies whose meetings the caller runs. */
  @IsOptional() @IsIn(['mine', 'run']) tab?: 'mine' | 'run';
  @IsOptional() @IsIn(meetingStates) state?: MeetingState;
  @IsOptional() @IsISO8601() from?: string;
  @IsOptional() @IsISO8601() to?: string;
  @IsOptional() @IsIn(['-starts', 'starts']) sort?: '-starts' | 'starts';
}
