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
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  type NoticeColour,
  noticeColours,
  type SupervisionLamp,
  supervisionLamps,
  type SupervisionSource,
  supervisionSources,
  type SupervisionState,
  supervisionStates,
} from './supervision-flow.js';

const day = /^\d{4}-\d{2}-\d{2}$/;

export class ListSupervisions extends ListRequest {
  /** owned: supervised by bodies in reach · handled: to be done by them. */
  @IsOptional() @IsIn(['owned', 'handled']) tab?: 'owned' | 'handled';
  @IsOptional() @IsIn(supervisionStates) state?: SupervisionState;
  @IsOptional() @IsIn(supervisionLamps) lamp?: SupervisionLamp;
  @IsOptional() @IsIn(supervisionSources) source?: SupervisionSource;
  @IsOptional() @IsUUID() leadOrgId?: string;
  /** In the title or the number. */
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  @IsOptional() @IsIn(['due', '-registered']) sort?: 'due' | '-registered';
}
export class SupervisionOf {
  @IsUUID() itemId!: string;
}
/** 登记. */
export class RegisterSupervision {
  @IsString() @Length(2, 120) title!: string;
  @IsString() @Length(2, 4000) content!: string;
  @IsIn(supervisionSources) source!: SupervisionSource;
  @IsOptional() @IsString() @MaxLength(2000) sourceText?: string;
  @IsOptional() @Matches(/^\/[A-Za-z0-9/_-]{1,120}$/) sourceHref?: string;
  /** The last day; it ends at the close of business. */
  @Matches(day) @IsISO8601({ strict: true }) dueOn!: string;
  /** 督办领导. */
  @IsUUID() leaderId!: string;
}
/** 立项. */
export class EstablishSupervision extends SupervisionOf {
  @IsOptional() @IsString() @MaxLength(500) opinion?: string;
}
export class ReasonedSupervision extends SupervisionOf {
  @IsString() @Length(2, 500) reason!: string;
}
export class PartGiven {
  @IsUUID() orgId!: string;
  @IsString() @Length(2, 2000) content!: string;
  /** Not after the item's own last day. */
  @IsOptional() @Matches(day) @IsISO8601({ strict: true }) dueOn?: string;
}
/** 交办. */
export class AssignSupervision extends SupervisionOf {
  @IsUUID() leadOrgId!: string;
  @IsArray() @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => PartGiven) assists!: PartGiven[];
}
/** 签收; whoever is named handles it, otherwise the caller does. */
export class AcceptSupervision extends SupervisionOf {
  @IsUUID() partId!: string;
  @IsOptional() @IsUUID() handlerId?: string;
}
export class GiveBackSupervision extends ReasonedSupervision {
  @IsUUID() partId!: string;
}
/** 分解: the lead gives parts to other bodies. */
export class DivideSupervision extends SupervisionOf {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(30) @ValidateNested({ each: true }) @Type(() => PartGiven) parts!: PartGiven[];
}
export class ReportSupervision extends SupervisionOf {
  @IsUUID() partId!: string;
  @IsInt() @Min(0) @Max(100) progress!: number;
  @IsString() @Length(2, 4000) text!: string;
  @IsOptional() @IsString() @MaxLength(2000) difficulty?: string;
}
export class AskExtension extends ReasonedSupervision {
  @Matches(day) @IsISO8601({ strict: true }) until!: string;
}
export class DecideExtension extends SupervisionOf {
  @IsUUID() extensionId!: string;
  @IsIn(['grant', 'refuse']) decision!: 'grant' | 'refuse';
  @IsOptional() @IsString() @MaxLength(500) text?: string;
}
/** 催办. */
export class UrgeSupervision extends SupervisionOf {
  @IsIn(noticeColours) colour!: NoticeColour;
  @IsString() @Length(2, 500) text!: string;
}
/** 申请办结. */
export class AskClosing extends SupervisionOf {
  @IsString() @Length(2, 8000) result!: string;
}
export class ReviewSupervision extends SupervisionOf {
  @IsIn(['pass', 'fail']) decision!: 'pass' | 'fail';
  @IsOptional() @IsString() @MaxLength(500) opinion?: string;
}
/** 领导确认, 销号. */
export class ConfirmSupervision extends ReviewSupervision {}
export class EvaluateSupervision extends SupervisionOf {
  @IsInt() @Min(1) @Max(5) score!: number;
  @IsOptional() @IsString() @MaxLength(500) text?: string;
}
