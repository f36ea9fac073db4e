import { defineApi, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { Transform } from 'class-transformer';
import { IsArray, IsBoolean, IsInt, IsISO8601, IsObject, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import type { KeyCertificate } from './evidence.js';

export class BodyRow {
  @IsUUID() id!: string;
  @IsString() name!: string;
  @IsOptional() @IsString() shortName?: string;
  /** As identity has it: `department`, `prefecture_bureau` … */
  @IsString() kind!: string;
  @IsOptional() @IsString() divisionCode?: string;
  @IsOptional() @IsUUID() parentId?: string;
  @IsOptional() @IsString() parentName?: string;
  /** The node that serves it; absent when it is this one. */
  @IsOptional() @IsString() nodeName?: string;
  @IsInt() children!: number;
  @IsOptional() @IsISO8601() abolishedOn?: string;
  /** The body that took over, after a merge. */
  @IsOptional() @IsUUID() successorId?: string;
  @IsOptional() @IsISO8601() keyValidUntil?: string;
}
export class ListBodies extends ListRequest {
  /** Name, short name or division code. */
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  @IsOptional() @IsUUID() parentId?: string;
  @IsOptional() @IsString() @MaxLength(40) kind?: string;
  /** Members of one group. */
  @IsOptional() @Matches(/^[a-z][a-z0-9_-]{0,60}(:[0-9a-f-]{36})?$/) group?: string;
  @IsOptional() @Transform(({ value }) => value === true || value === 'true') @IsBoolean() tops?: boolean;
}
export class GetBody {
  @IsUUID() orgId!: string;
}
export class BodyView extends BodyRow {
  /** From the top down, by name. */
  @IsArray() @IsString({ each: true }) path!: string[];
  @IsArray() @IsString({ each: true }) basins!: string[];
  @IsArray() @IsObject({ each: true }) certificates!: KeyCertificate[];
}
/** 收文单位组: worked out from the directory, never out of date. */
export class BodyGroup {
  /** Used as `group:<id>` among recipients: `prefectures`, `counties`, `counties:<orgId>`, `basin:<orgId>` … */
  @IsString() id!: string;
  @IsString() name!: string;
  @IsInt() members!: number;
}
export class BodyGroups {
  @IsArray() @IsObject({ each: true }) items!: BodyGroup[];
  /** Raised whenever a body changes. */
  @IsInt() directoryVersion!: number;
}
const v = { version: 1, needs: 'exchange.directory.read' } as const;
export const directoryApi = defineApi('exchange', {
  listBodies: query({
    ...{ ...v, http: 'GET /exchange/directory' },
    ...{ request: ListBodies, response: pageOf(BodyRow), summary: '交换通讯录' },
  }),
  listGroups: query({
    ...{ ...v, http: 'GET /exchange/directory/groups' },
    ...{ request: ListRequest, response: BodyGroups, summary: '收文单位组' },
  }),
  getBody: query({ ...v, http: 'GET /exchange/directory/:orgId', request: GetBody, response: BodyView, summary: '收文单位详情' }),
});
