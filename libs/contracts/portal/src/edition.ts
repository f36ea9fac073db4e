import { ListRequest } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
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
import { ReviewStep } from './column.js';
import { editionActs, type EditionAct, editionStates, type EditionState, withdrawalKinds, type WithdrawalKind } from './edition-moves.js';
import {
  contentOrigins,
  type ContentOrigin,
  disclosureGenres,
  type DisclosureGenre,
  disclosureThemes,
  type DisclosureTheme,
  languages,
  type Language,
} from './terms.js';
import { WordHit } from './word-check.js';

const day = /^\d{4}-\d{2}-\d{2}$/;
/** 政府信息公开目录 entry: an article with it stands in the disclosure catalogue; its index number is given at the first publishing. */
export class DisclosureEntry {
  @IsIn(disclosureThemes) theme!: DisclosureTheme;
  @IsIn(disclosureGenres) genre!: DisclosureGenre;
  /** 文号, where the document has one. */
  @IsOptional() @IsString() @MaxLength(60) documentNumber?: string;
  /** 成文日期: disclosure is due within 20 working days of it (《政府信息公开条例》 art. 26). */
  @Matches(day) @IsISO8601({ strict: true }) formedOn!: string;
  /** 有效性. */
  @IsOptional() @IsIn(['valid', 'expired', 'abolished']) validity?: 'valid' | 'expired' | 'abolished';
}
/** What an editor writes. */
export class EditionTexts {
  @IsUUID() columnId!: string;
  @IsString() @Length(2, 120) title!: string;
  @IsOptional() @IsString() @MaxLength(300) summary?: string;
  /** HTML; kept only as far as the allow list goes, and what was removed is told. */
  @IsString() @MaxLength(200_000) body!: string;
  /** 来源. */
  @IsString() @Length(1, 60) source!: string;
  @IsOptional() @IsString() @MaxLength(40) author?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsString({ each: true }) @Length(1, 20, { each: true }) keywords?: string[];
  @IsOptional() @ValidateNested() @Type(() => DisclosureEntry) disclosure?: DisclosureEntry;
  /** For a translation: whether a native speaker has looked at it. Readers are told. */
  @IsOptional() @IsBoolean() translationReviewed?: boolean;
}
export class CreateArticle extends EditionTexts {
  @IsUUID() siteId!: string;
  /** Part of the address, unique in the site; made from the date unless told. */
  @IsOptional() @IsString() @Length(1, 80) slug?: string;
  @IsOptional() @IsIn(languages) language?: Language;
}
/** A new draft: in another language, or after what is live; its texts are those of the edition before it, or of `from` (roll back). */
export class CreateEdition {
  @IsUUID() articleId!: string;
  @IsOptional() @IsIn(languages) language?: Language;
  @IsOptional() @IsUUID() from?: string;
  /** What readers are told of the change. */
  @IsOptional() @IsString() @MaxLength(200) changeNote?: string;
}
export class EditionOf {
  @IsUUID() editionId!: string;
}
export class UpdateEdition extends EditionTexts {
  @IsUUID() editionId!: string;
  /** The version that the change was made on; refused when somebody else saved meanwhile. */
  @IsInt() @Min(1) version!: number;
  @IsOptional() @IsString() @MaxLength(200) changeNote?: string;
}
export class SubmitEdition extends EditionOf {
  @IsOptional() @IsString() @MaxLength(300) note?: string;
}
export class ReviewEdition extends EditionOf {
  @IsIn(['pass', 'return']) decision!: 'pass' | 'return';
  /** Needed when it is returned. */
  @IsOptional() @IsString() @MaxLength(500) opinion?: string;
  /** The version that was read. */
  @IsInt() @Min(1) version!: number;
}
export class ResolveHit extends EditionOf {
  @IsString() @Length(1, 64) hitId!: string;
  @IsString() @Length(2, 200) reason!: string;
}
/** At once, or at `publishAt`; `withdrawAt` takes it back by itself with a notice. */
export class PublishEdition extends EditionOf {
  @IsOptional() @IsISO8601({ strict: true }) publishAt?: string;
  @IsOptional() @IsISO8601({ strict: true }) withdrawAt?: string;
}
export class WithdrawEdition extends EditionOf {
  @IsIn(withdrawalKinds) kind!: WithdrawalKind;
  @IsString() @Length(2, 300) reason!: string;
  /** `notice`, `gone`: what readers see; the reason stays inside. */
  @IsOptional() @IsString() @MaxLength(300) notice?: string;
  /** `redirect`: a path of this platform, or an https address. */
  @IsOptional() @IsString() @MaxLength(300) redirectTo?: string;
  /** `substitute`: an article of the same site that is live. */
  @IsOptional() @IsUUID() substituteId?: string;
}
export class CreatePreview extends EditionOf {
  /** How long it can be opened; a day unless told. */
  @IsOptional() @IsInt() @Min(1) @Max(168) hours?: number;
}
export class PreviewLink {
  /** Opens `GET /portal/public/previews/:token`. */
  @IsString() token!: string;
  @IsISO8601() expiresAt!: string;
}

export class StepTaken {
  @IsInt() step!: number;
  @IsString() name!: string;
  @IsIn(['pass', 'return']) decision!: 'pass' | 'return';
  @IsString() byName!: string;
  @IsUUID() byId!: string;
  @IsOptional() @IsString() opinion?: string;
  @IsISO8601() at!: string;
}
export class WithdrawalView {
  @IsIn(withdrawalKinds) kind!: WithdrawalKind;
  @IsString() reason!: string;
  @IsOptional() @IsString() notice?: string;
  @IsOptional() @IsString() redirectTo?: string;
  @IsOptional() @IsUUID() substituteId?: string;
  @IsString() byName!: string;
  @IsISO8601() at!: string;
}
export class EditionView extends EditionTexts {
  @IsUUID() id!: string;
  @IsUUID() articleId!: string;
  @IsUUID() siteId!: string;
  @IsString() slug!: string;
  @IsIn(languages) language!: Language;
  /** 1, 2, 3 … within the article and language. */
  @IsInt() number!: number;
  @IsIn(editionStates) state!: EditionState;
  @IsIn(contentOrigins) origin!: ContentOrigin;
  @IsString() columnName!: string;
  @IsOptional() @IsString() changeNote?: string;
  /** What the allow list took away at the last save: `script`, `onclick` … */
  @IsArray() @IsString({ each: true }) removed!: string[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => WordHit) hits!: WordHit[];
  @IsInt() openHits!: number;
  /** The chain as it stood when it was submitted; before that the column's. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => ReviewStep) chain!: ReviewStep[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => StepTaken) steps!: StepTaken[];
  /** The step that is waited for, counted from 0; absent outside review. */
  @IsOptional() @IsInt() nextStep?: number;
  @IsString() createdByName!: string;
  @IsISO8601() createdAt!: string;
  @IsISO8601() savedAt!: string;
  @IsString() savedByName!: string;
  @IsOptional() @IsISO8601() publishAt?: string;
  @IsOptional() @IsISO8601() withdrawAt?: string;
  @IsOptional() @IsISO8601() publishedAt?: string;
  @IsOptional() @ValidateNested() @Type(() => WithdrawalView) withdrawal?: WithdrawalView;
  @IsOptional() @IsString() indexNumber?: string;
  @IsInt() version!: number;
  /** What the caller may do with it now. */
  @IsArray() @IsIn(editionActs, { each: true }) acts!: EditionAct[];
}
export class EditionBrief {
  @IsUUID() id!: string;
  @IsIn(languages) language!: Language;
  @IsInt() number!: number;
  @IsIn(editionStates) state!: EditionState;
  @IsString() title!: string;
  @IsOptional() @IsString() changeNote?: string;
  @IsISO8601() savedAt!: string;
  @IsString() savedByName!: string;
  @IsOptional() @IsISO8601() publishedAt?: string;
}
/** One line of an article's log. */
export class ArticleHappening {
  @IsString() what!: string;
  @IsOptional() @IsUUID() editionId?: string;
  @IsString() byName!: string;
  @IsISO8601() at!: string;
  @IsObject() details!: Record<string, string | number>;
}
export class ArticleView {
  @IsUUID() id!: string;
  @IsUUID() siteId!: string;
  @IsUUID() orgId!: string;
  @IsString() slug!: string;
  @IsIn(contentOrigins) origin!: ContentOrigin;
  @IsArray() @ValidateNested({ each: true }) @Type(() => EditionBrief) editions!: EditionBrief[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => ArticleHappening) log!: ArticleHappening[];
}
export class ArticleOf {
  @IsUUID() articleId!: string;
}
/** One row per article and language: the edition under work where there is one, else the public's, else the last. */
export class ArticleRow {
  @IsUUID() articleId!: string;
  @IsUUID() editionId!: string;
  @IsUUID() siteId!: string;
  @IsUUID() columnId!: string;
  @IsString() columnName!: string;
  @IsString() slug!: string;
  @IsIn(languages) language!: Language;
  @IsInt() number!: number;
  @IsString() title!: string;
  @IsIn(editionStates) state!: EditionState;
  @IsIn(contentOrigins) origin!: ContentOrigin;
  @IsInt() openHits!: number;
  @IsOptional() @IsString() waitsFor?: string;
  @IsString() savedByName!: string;
  @IsISO8601() savedAt!: string;
  @IsOptional() @IsISO8601() publishAt?: string;
  @IsOptional() @IsISO8601() publishedAt?: string;
}
export class ListArticles extends ListRequest {
  @IsOptional() @IsUUID() siteId?: string;
  @IsOptional() @IsUUID() columnId?: string;
  @IsOptional() @IsIn(editionStates) state?: EditionState;
  @IsOptional() @IsIn(languages) language?: Language;
  @IsOptional() @IsString() @MaxLength(60) q?: string;
}
export class CompareEditions {
  @IsUUID() editionId!: string;
  @IsUUID() otherId!: string;
}
export class DifferencePart {
  @IsIn(['same', 'added', 'removed']) kind!: 'same' | 'added' | 'removed';
  @IsString() text!: string;
}
export class FieldDifference {
  @IsString() field!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => DifferencePart) parts!: DifferencePart[];
}
/** From `editionId` to `otherId`, as plain text; fields that are the same are left out. */
export class EditionDifference {
  @IsArray() @ValidateNested({ each: true }) @Type(() => FieldDifference) fields!: FieldDifference[];
}
