import { ListRequest } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { type Verdict, verdicts } from '../handling/handling.js';
import { type DocumentPhase, documentPhases, type ForwardPhase, forwardPhases } from './document-flow.js';
import { OfficialText } from './official-text.js';

export class ListOutgoing extends ListRequest {
  /** mine: drafted by the caller · handled: that the caller had a turn in · body: of bodies in reach. */
  @IsOptional() @IsIn(['mine', 'handled', 'body']) tab?: 'mine' | 'handled' | 'body';
  @IsOptional() @IsIn(documentPhases) state?: DocumentPhase;
  /** In title or number. */
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  @IsOptional() @IsIn(['-moved', '-drafted']) sort?: '-moved' | '-drafted';
}
export class OutgoingOf {
  @IsUUID() documentId!: string;
}
/** 拟稿. `number`, `formedOn` and the printing office are not the drafter's: they are left out here. */
export class DraftOutgoing {
  @ValidateNested() @Type(() => OfficialText) text!: OfficialText;
}
/** The text as the handler wrote it on, and the version of it that was changed. */
export class SaveText extends OutgoingOf {
  @ValidateNested() @Type(() => OfficialText) text!: OfficialText;
  @IsInt() @Min(1) textVersion!: number;
  /** Digest of the text that was changed: what somebody else saved meanwhile is not written over. */
  @IsString() @Length(64, 64) digest!: string;
}
export class HandlerChosen {
  @IsUUID() personId!: string;
  @IsOptional() @IsUUID() orgId?: string;
}
/** 送审、送会签、送核稿、送签. In countersigning all named people have it at the same time. */
export class ForwardOutgoing extends OutgoingOf {
  @IsIn(forwardPhases) to!: ForwardPhase;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => HandlerChosen) handlers!: HandlerChosen[];
  @IsOptional() @IsString() @MaxLength(2000) opinion?: string;
}
/** 会签意见. */
export class OpineOutgoing extends OutgoingOf {
  @IsIn(verdicts) verdict!: Verdict;
  @IsOptional() @IsString() @MaxLength(2000) text?: string;
}
export class ReasonedOutgoing extends OutgoingOf {
  @IsString() @Length(2, 500) reason!: string;
}
/** 签发. */
export class SignOutgoing extends OutgoingOf {
  @IsOptional() @IsString() @MaxLength(500) opinion?: string;
  /** Digest of the text that was read. */
  @IsString() @Length(64, 64) digest!: string;
}
export class JudgeOutgoing extends OutgoingOf {
  @IsIn(['pass', 'return']) decision!: 'pass' | 'return';
  @IsOptional() @IsString() @MaxLength(500) opinion?: string;
}
/** 登记编号. */
export class NumberOutgoing extends OutgoingOf {
  /** 机关代字: one of the rules of the issuing body. */
  @IsString() @Length(1, 20) code!: string;
  /** A number that was reserved; the next one unless told. */
  @IsOptional() @IsInt() @Min(1) @Max(99_999) serial?: number;
}
/** 用印登记. */
export class SealOutgoing extends OutgoingOf {
  @IsInt() @Min(1) @Max(500) copies!: number;
}
/** 分发 through exchange to every addressee of the text. */
export class DistributeOutgoing extends OutgoingOf {
  /** 办复时限. */
  @IsOptional() @IsISO8601({ strict: true }) @Length(10, 10) replyBy?: string;
}
export class VersionOf extends OutgoingOf {
  @Type(() => Number) @IsInt() @Min(1) number!: number;
}
