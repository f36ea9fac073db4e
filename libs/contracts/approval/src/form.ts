import { Type } from 'class-transformer';
import { IsArray, IsIn, IsObject, IsOptional, IsString, Length, Matches, ValidateNested } from 'class-validator';

export const ruleEffects = ['show', 'require', 'refuse'] as const;
export type RuleEffect = (typeof ruleEffects)[number];

/** One rule of a form in JSON-Logic over its values: fields that are shown or required only then, or what is refused. */
export class FormRule {
  @IsIn(ruleEffects) effect!: RuleEffect;
  /** JSON-Logic; the values of the form are its data. */
  @IsObject() when!: Record<string, unknown>;
  /** Fields that it acts on; of `refuse`, beside which the message stands. */
  @IsArray() @Matches(/^[a-z][A-Za-z0-9]*$/, { each: true }) fields!: string[];
  @IsOptional() @IsString() @Length(1, 200) message?: string;
}
/** How a field is drawn. */
export class FormField {
  @Matches(/^[a-z][A-Za-z0-9]*$/) name!: string;
  @IsIn(['text', 'textarea', 'number', 'select', 'date', 'checkbox']) widget!:
    'text' | 'textarea' | 'number' | 'select' | 'date' | 'checkbox';
  @IsString() label!: string;
  @IsOptional() @IsString() unit?: string;
  @IsOptional() @IsString() help?: string;
  /** Words for the values of a choice. */
  @IsOptional() @IsObject() options?: Record<string, string>;
  /** What of the applicant's profile it begins with. */
  @IsOptional() @IsIn(['name', 'phone', 'creditCode']) prefill?: 'name' | 'phone' | 'creditCode';
}
export class FormSection {
  @IsString() title!: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => FormField) fields!: FormField[];
}
/** A form: JSON Schema of its values, how it is drawn, and its rules. `checkForm` of this package gives its verdict on both sides. */
export class FormDefinition {
  @IsObject() schema!: Record<string, unknown>;
  @IsArray() @ValidateNested({ each: true }) @Type(() => FormSection) ui!: FormSection[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => FormRule) rules!: FormRule[];
}
export type FormValues = Readonly<Record<string, unknown>>;
