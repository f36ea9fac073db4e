import { ListRequest } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
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
import { type CaseAct, caseActs } from './case-acts.js';
import { type CaseState, caseStates } from './case-flow.js';
import { type Lamp, lamps, type LawfulExclusion, lawfulExclusions, LimitView } from './clock.js';
import { CaseDocument } from './document.js';
import { TaskView } from './task.js';

export const materialVerdicts = ['unseen', 'passed', 'failed'] as const;
export type MaterialVerdict = (typeof materialVerdicts)[number];
/** How a material is handed in: as files, later (容缺), or by a written promise (告知承诺). */
export const materialModes = ['files', 'to_follow', 'promise'] as const;
export type MaterialMode = (typeof materialModes)[number];

export class CaseFile {
  @IsUUID() fileId!: string;
  @IsString() name!: string;
  @IsInt() size!: number;
  /** Whether it can be opened: received whole and scanned. */
  @IsBoolean() readable!: boolean;
  @IsISO8601() attachedAt!: string;
}
/** One line of the material list with what was handed in and what the window found. */
export class CaseMaterial {
  @IsString() code!: string;
  @IsString() name!: string;
  /** Asked for with the form as it stands. */
  @IsBoolean() required!: boolean;
  @IsBoolean() mayFollow!: boolean;
  @IsBoolean() byPromise!: boolean;
  @IsArray() @IsString({ each: true }) reviewPoints!: string[];
  @IsIn(materialModes) mode!: MaterialMode;
  @IsArray() @ValidateNested({ each: true }) @Type(() => CaseFile) files!: CaseFile[];
  @IsIn(materialVerdicts) verdict!: MaterialVerdict;
  @IsOptional() @IsString() remark?: string;
}
export const caseEventKinds = [
  ...(['drafted', 'submitted', 'accepted', 'accepted_by_silence', 'correction_asked', 'corrected', 'refused', 'withdrawn'] as const),
  ...(['suspended', 'resumed', 'extended', 'task_done', 'task_returned', 'task_handed', 'decided', 'delivered', 'superseded'] as const),
  ...(['urged', 'lamp', 'due_moved', 'rated', 'document_issued', 'licence_due', 'licence_revoked'] as const),
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];
export class CaseEvent {
  @IsInt() seq!: number;
  @IsIn(caseEventKinds) kind!: CaseEventKind;
  @IsISO8601() at!: string;
  @IsString() text!: string;
  /** Staff see who; the applicant sees the body. */
  @IsOptional() @IsString() personName?: string;
  @IsOptional() @IsString() orgName?: string;
}
export class CaseActOffer {
  @IsIn(caseActs) act!: CaseAct;
  /** Why it is not possible now; absent where it is. */
  @IsOptional() @IsString() reason?: string;
}
export class Rating {
  @IsInt() @Min(1) @Max(5) level!: number;
  @IsOptional() @IsString() text?: string;
  @IsISO8601() at!: string;
}
export class CaseRow {
  @IsUUID() id!: string;
  /** Absent of a draft. */
  @IsOptional() @IsString() number?: string;
  @IsString() itemCode!: string;
  @IsString() itemName!: string;
  @IsString() subject!: string;
  @IsString() applicantName!: string;
  @IsIn(caseStates) state!: CaseState;
  @IsOptional() @IsISO8601() submittedAt?: string;
  /** The nearest of the limits that run. */
  @IsOptional() @IsISO8601() dueAt?: string;
  @IsBoolean() provisional!: boolean;
  @IsIn(lamps) lamp!: Lamp;
  @IsInt() version!: number;
}
export class CaseView extends CaseRow {
  @IsInt() itemVersion!: number;
  @IsUUID() orgId!: string;
  @IsString() authority!: string;
  @IsIn(['person', 'company']) applicantKind!: 'person' | 'company';
  @IsString() contactPhone!: string;
  @IsOptional() @IsString() agentName?: string;
  @IsObject() values!: Record<string, unknown>;
  @IsArray() @ValidateNested({ each: true }) @Type(() => CaseMaterial) materials!: CaseMaterial[];
  /** What the decision table of the item says of the form. */
  @IsOptional() @IsString() tableOutcome?: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => TaskView) tasks!: TaskView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => CaseEvent) timeline!: CaseEvent[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => LimitView) limits!: LimitView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => CaseDocument) documents!: CaseDocument[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => CaseActOffer) acts!: CaseActOffer[];
  @IsOptional() @IsISO8601() acceptedAt?: string;
  @IsOptional() @IsISO8601() decidedAt?: string;
  @IsOptional() @IsBoolean() granted?: boolean;
  @IsOptional() @IsString() decisionText?: string;
  /** What the window asked to be corrected, named at once. */
  @IsArray() @IsString({ each: true }) corrections!: string[];
  @IsOptional() @IsString() refusalReason?: string;
  @IsOptional() @ValidateNested() @Type(() => Rating) rating?: Rating;
  @IsOptional() @IsUUID() supersedesId?: string;
  @IsOptional() @IsUUID() supersededById?: string;
  /** With the number it opens the public progress page; the applicant alone is told. */
  @IsOptional() @IsString() checkCode?: string;
}

export class GetCase {
  @IsUUID() caseId!: string;
}
export const caseTabs = ['to_accept', 'running', 'to_deliver', 'done', 'all'] as const;
export class ListCases extends ListRequest {
  @IsOptional() @IsIn(caseTabs) tab?: (typeof caseTabs)[number];
  @IsOptional() @IsIn(caseStates) state?: CaseState;
  @IsOptional() @IsString() @MaxLength(40) itemCode?: string;
  @IsOptional() @IsIn(lamps) lamp?: Lamp;
  /** Number, subject or applicant. */
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  @IsOptional() @IsIn(['due', '-submitted']) sort?: 'due' | '-submitted';
}
export class ListMyCases extends ListRequest {
  @IsOptional() @IsIn(caseStates) state?: CaseState;
  @IsOptional() @IsIn(['-created']) sort?: '-created';
}
/** Numbers for the tabs. */
export class CaseCounts {
  @IsInt() toAccept!: number;
  @IsInt() running!: number;
  @IsInt() toDeliver!: number;
  @IsInt() signal!: number;
  @IsInt() yellow!: number;
  @IsInt() red!: number;
}
export class DraftCase {
  @IsString() @MaxLength(40) itemCode!: string;
  /** What is applied for, in one line: `某灌区引水工程取水`. */
  @IsString() @Length(2, 120) subject!: string;
  @IsIn(['person', 'company']) applicantKind!: 'person' | 'company';
  @Matches(/^1\d{10}$/) contactPhone!: string;
  /** The agent, who brings a power of attorney (授权委托书) among the materials. */
  @IsOptional() @IsString() @Length(2, 40) agentName?: string;
}
export class SaveForm extends GetCase {
  @IsObject() values!: Record<string, unknown>;
  @IsOptional() @IsString() @Length(2, 120) subject?: string;
  /** Of the case as the caller saw it. */
  @IsOptional() @IsInt() version?: number;
}
/** Sets what stands for one material; files that are named no more are let go. */
export class PutMaterial extends GetCase {
  @Matches(/^[a-z][a-z0-9_]{0,39}$/) code!: string;
  @IsIn(materialModes) mode!: MaterialMode;
  @IsArray() @ArrayMaxSize(20) @IsUUID(undefined, { each: true }) fileIds!: string[];
}
export class FormProblem {
  @IsString() field!: string;
  @IsString() code!: string;
  @IsString() message!: string;
}
export class CheckedCase {
  @IsArray() @ValidateNested({ each: true }) @Type(() => FormProblem) form!: FormProblem[];
  /** Codes of materials that are missing. */
  @IsArray() @IsString({ each: true }) materials!: string[];
}
export class SubmitCase extends GetCase {
  @IsOptional() @IsInt() version?: number;
}
export class OpenMaterial extends GetCase {
  @IsUUID() fileId!: string;
  @IsIn(['download', 'preview']) use!: 'download' | 'preview';
}
export class MaterialLink {
  @IsString() url!: string;
  @IsISO8601() expiresAt!: string;
}
export class ReviewMaterial extends GetCase {
  @IsString() @MaxLength(40) code!: string;
  @IsIn(['passed', 'failed']) verdict!: 'passed' | 'failed';
  @IsOptional() @IsString() @MaxLength(300) remark?: string;
}
export class AcceptCase extends GetCase {
  @IsOptional() @IsString() @MaxLength(500) note?: string;
  /** 并联审批: several departments decide together, 45 + 15 working days (行政许可法 art. 42). */
  @IsOptional() @IsBoolean() joint?: boolean;
}
/** 一次性告知: everything that has to be corrected, named now or never. */
export class CorrectCase extends GetCase {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(40) @IsString({ each: true }) @Length(2, 300, { each: true }) items!: string[];
}
export const refusalKinds = ['not_needed', 'out_of_jurisdiction', 'incomplete'] as const;
export class RefuseCase extends GetCase {
  /** 不受理: no licence is needed · 不予受理: another body's, or not complete after the correction. */
  @IsIn(refusalKinds) kind!: (typeof refusalKinds)[number];
  @IsString() @Length(4, 500) reason!: string;
  /** Where to apply, of `out_of_jurisdiction`. */
  @IsOptional() @IsString() @Length(2, 80) competentBody?: string;
}
export class ActWithReason extends GetCase {
  @IsString() @Length(2, 500) reason!: string;
}
export class SuspendCase extends ActWithReason {
  @IsIn(lawfulExclusions) kind!: LawfulExclusion;
  /** Working days that it is expected to take, as the applicant is told. */
  @IsInt() @Min(1) @Max(200) workingDays!: number;
}
/** 《行政许可法》 art. 42: approved by the head of the body, with reasons told to the applicant. */
export class ExtendCase extends ActWithReason {
  @IsString() @Length(2, 40) approver!: string;
}
export class DecideCase extends GetCase {
  @IsBoolean() granted!: boolean;
  @IsString() @Length(4, 2000) text!: string;
}
export class DeliverCase extends GetCase {
  @IsIn(['window', 'post', 'electronic']) way!: 'window' | 'post' | 'electronic';
  @IsString() @Length(2, 40) receivedBy!: string;
}
/** A new draft stands in the place of a running case, with its form. */
export class SupersedeCase extends ActWithReason {}
export class RateCase extends GetCase {
  /** 5 非常满意 · 4 满意 · 3 基本满意 · 2 不满意 · 1 非常不满意 */
  @IsInt() @Min(1) @Max(5) level!: number;
  @IsOptional() @IsString() @MaxLength(500) text?: string;
}
export class GetProgress {
  @Matches(/^[A-Z0-9][A-Z0-9-]{5,39}$/) caseNo!: string;
  @Matches(/^\d{6}$/) check!: string;
}
export class ProgressStep {
  @IsISO8601() at!: string;
  @IsString() text!: string;
}
/** What anybody may see who has the number and the code; the name is masked. */
export class ProgressView {
  @IsString() caseNo!: string;
  @IsString() itemName!: string;
  @IsString() applicantName!: string;
  @IsIn(caseStates) state!: CaseState;
  @IsString() stateName!: string;
  @IsISO8601() submittedAt!: string;
  @IsOptional() @IsISO8601() dueAt?: string;
  @IsBoolean() provisional!: boolean;
  @IsArray() @IsString({ each: true }) derivation!: string[];
  @IsOptional() @IsString() heldBy?: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => ProgressStep) steps!: ProgressStep[];
}
