import { defineApi, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { IsArray, IsIn, IsISO8601, IsOptional, IsString, Length, Matches } from 'class-validator';

/** What can be found: 发文, 督办, 会议. A part that holds more adds its kind. */
export const searchKinds = ['outgoing', 'supervision', 'meeting'] as const;
export type SearchKind = (typeof searchKinds)[number];
export const searchKindWords: Readonly<Record<SearchKind, string>> = { outgoing: '发文', supervision: '督办', meeting: '会议' };

export class SearchOffice extends ListRequest {
  @IsString() @Length(1, 60) q!: string;
  @IsOptional() @IsIn(searchKinds) kind?: SearchKind;
  /** Days in Beijing, both included. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) from?: string;
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) to?: string;
}
export class OfficeFound {
  @IsIn(searchKinds) kind!: SearchKind;
  @IsString() subjectId!: string;
  @IsString() title!: string;
  /** 发文字号, 督办号. */
  @IsOptional() @IsString() number?: string;
  @IsOptional() @IsString() orgName?: string;
  /** The text around the first place that was asked for. */
  @IsString() excerpt!: string;
  /** The words that were looked for, to be marked in title and excerpt. */
  @IsArray() @IsString({ each: true }) words!: string[];
  @IsString() href!: string;
  @IsISO8601() at!: string;
}
export const searchApi = defineApi('oa', {
  searchOffice: query({
    ...{ version: 1, http: 'GET /oa/search', needs: 'oa.search.read' },
    ...{ request: SearchOffice, response: pageOf(OfficeFound), summary: '全文检索' },
  }),
});
