import { command, defineApi, Empty, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

/** Lists that an office keeps: 领导姓名及职务, 禁用语, 涉领土表述, 曾用名. */
export const wordLists = ['leader', 'banned', 'territory', 'former_name'] as const;
export type WordList = (typeof wordLists)[number];
export const hitKinds = [...wordLists, 'identity_number', 'phone', 'bank_card', 'confusable', 'punctuation'] as const;
export type HitKind = (typeof hitKinds)[number];
/** Kinds that nobody may let stand: they are corrected before anything is published. */
export const neverKept = ['banned', 'territory', 'identity_number', 'bank_card'] as const satisfies readonly HitKind[];
export const hitFields = ['title', 'summary', 'body', 'source', 'author'] as const;
export type HitField = (typeof hitFields)[number];

export class HitResolution {
  @IsString() reason!: string;
  @IsString() byName!: string;
  @IsISO8601() at!: string;
}
export class WordHit {
  /** Stable over edits as long as the same text stands in the same surroundings. */
  @IsString() id!: string;
  @IsIn(hitKinds) kind!: HitKind;
  @IsIn(hitFields) field!: HitField;
  /** Position in the plain text of the field, in UTF-16 units. */
  @IsInt() start!: number;
  @IsInt() end!: number;
  @IsString() found!: string;
  /** The text around it. */
  @IsString() context!: string;
  @IsOptional() @IsString() suggestion?: string;
  /** Whether it may stand with a reason. */
  @IsBoolean() keepable!: boolean;
  @IsOptional() @ValidateNested() @Type(() => HitResolution) resolution?: HitResolution;
}
export class CheckWords {
  @IsOptional() @IsString() @MaxLength(200) title?: string;
  @IsString() @MaxLength(200_000) body!: string;
}
export class WordsChecked {
  @IsArray() @ValidateNested({ each: true }) @Type(() => WordHit) hits!: WordHit[];
}
export class PutWord {
  @IsIn(wordLists) list!: WordList;
  @IsString() @Length(2, 40) word!: string;
  /** What should stand instead; for a leader the name with the right title. */
  @IsOptional() @IsString() @MaxLength(80) suggestion?: string;
  @IsOptional() @IsString() @MaxLength(200) note?: string;
}
export class WordView extends PutWord {
  @IsUUID() id!: string;
  @IsInt() @Min(1) version!: number;
}
export class ListWords extends ListRequest {
  @IsOptional() @IsIn(wordLists) list?: WordList;
  @IsOptional() @IsString() @MaxLength(40) q?: string;
}
export class RemoveWord {
  @IsUUID() wordId!: string;
}
const v = { version: 1 } as const;
export const wordApi = defineApi('portal', {
  checkWords: query({
    ...{ ...v, http: 'POST /portal/words/check', needs: 'portal.article.write' },
    ...{ request: CheckWords, response: WordsChecked, summary: '检查文字' },
  }),
  listWords: query({
    ...{ ...v, http: 'GET /portal/words', needs: 'portal.article.read' },
    ...{ request: ListWords, response: pageOf(WordView), summary: '词库' },
  }),
  putWord: command({
    ...{ ...v, http: 'POST /portal/words', needs: 'portal.word.write', status: 201 },
    ...{ request: PutWord, response: WordView, summary: '添加、修改词条' },
  }),
  removeWord: command({
    ...{ ...v, http: 'DELETE /portal/words/:wordId', needs: 'portal.word.write' },
    ...{ request: RemoveWord, response: Empty, summary: '删除词条' },
  }),
});
