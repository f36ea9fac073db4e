import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';
import { HandlingView, type Verdict, verdicts } from '../handling/handling.js';
import { type DocumentAct, documentActs, type DocumentPhase, documentPhases } from './document-flow.js';
import { type Genre, genres, OfficialText, type Urgency, urgencies } from './official-text.js';

export class OutgoingRow {
  @IsUUID() id!: string;
  @IsString() title!: string;
  @IsIn(genres) genre!: Genre;
  @IsIn(urgencies) urgency!: Urgency;
  @IsIn(documentPhases) state!: DocumentPhase;
  /** 发文字号, once it is given: 新水办〔2026〕128号. */
  @IsOptional() @IsString() number?: string;
  @IsUUID() orgId!: string;
  /** 主办单位. */
  @IsString() orgName!: string;
  @IsString() drafterName!: string;
  @IsISO8601() draftedAt!: string;
  @IsISO8601() movedAt!: string;
  /** Who has it now, by name. */
  @IsArray() @IsString({ each: true }) waitingFor!: string[];
}
/** One handler's turn. */
export class DocumentStepView {
  @IsUUID() id!: string;
  @IsIn(documentPhases) phase!: DocumentPhase;
  @IsOptional() @IsUUID() personId?: string;
  /** Of the person, or of the body whose people may take it. */
  @IsString() name!: string;
  @IsOptional() @IsString() orgName?: string;
  @IsIn(['open', 'done', 'cancelled']) state!: 'open' | 'done' | 'cancelled';
  @IsOptional() @IsIn(verdicts) verdict?: Verdict;
  @IsString() sentByName!: string;
  @IsISO8601() openedAt!: string;
  /** When the handler first looked: until then it can be taken back. */
  @IsOptional() @IsISO8601() seenAt?: string;
  @IsOptional() @IsISO8601() endedAt?: string;
}
export class DocumentVersionRow {
  @IsInt() number!: number;
  @IsUUID() authorId!: string;
  @IsString() authorName!: string;
  @IsIn(documentPhases) phase!: DocumentPhase;
  @IsString() title!: string;
  /** SM3 of the text, hexadecimal. */
  @IsString() digest!: string;
  @IsISO8601() at!: string;
}
/** One text as it stood. */
export class DocumentVersionView extends DocumentVersionRow {
  @ValidateNested() @Type(() => OfficialText) text!: OfficialText;
}
/** An addressee of the distribution, and how far it has come there. */
export class DocumentRecipientView {
  @IsUUID() orgId!: string;
  @IsString() name!: string;
  @IsIn(['primary', 'cc']) role!: 'primary' | 'cc';
  /** State of the delivery in exchange: `delivered`, `signed_for`, `rejected` … */
  @IsString() state!: string;
  @IsUUID() deliveryId!: string;
}
/** 版式件: opens the printed page; holds for some minutes. */
export class RenditionLink {
  @IsString() url!: string;
  @IsISO8601() expiresAt!: string;
}
export class OutgoingView extends OutgoingRow {
  @ValidateNested() @Type(() => OfficialText) text!: OfficialText;
  /** Number of the text's version. */
  @IsInt() textVersion!: number;
  @IsString() digest!: string;
  @IsOptional() @IsString() signedByName?: string;
  @IsOptional() @IsISO8601() signedAt?: string;
  /** SM3 of the text that was signed; another one than `digest` has to be signed anew. */
  @IsOptional() @IsString() signedDigest?: string;
  @IsOptional() @IsString() sealedByName?: string;
  @IsOptional() @IsISO8601() sealedAt?: string;
  @IsOptional() @IsInt() copies?: number;
  @IsOptional() @IsString() voidReason?: string;
  @IsOptional() @IsUUID() dispatchId?: string;
  /** Of the printed page: `making` while it is rendered. */
  @IsOptional() @IsIn(['making', 'ready']) rendition?: 'making' | 'ready';
  @IsOptional() @IsInt() pages?: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => DocumentStepView) steps!: DocumentStepView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => DocumentVersionRow) versions!: DocumentVersionRow[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => HandlingView) handlings!: HandlingView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => DocumentRecipientView) recipients!: DocumentRecipientView[];
  /** Whether the caller may change the text now. */
  @IsBoolean() writable!: boolean;
  /** Of the row: what an act was made on. */
  @IsInt() version!: number;
  @IsArray() @IsIn(documentActs, { each: true }) acts!: DocumentAct[];
}
