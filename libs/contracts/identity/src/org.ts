import { command, defineApi, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { Transform, Type } from 'class-transformer';
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
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** 水利部, 水利厅, 地州市局, 县市局, 流域机构, 内设处室, 直属单位. */
export const orgKinds = [
  'ministry',
  'department',
  'prefecture_bureau',
  'county_bureau',
  'basin_body',
  'office',
  'subordinate_unit',
] as const;
export type OrgKind = (typeof orgKinds)[number];
/** 行政隶属, 业务指导, 流域, 内设: each a tree of its own. */
export const relationKinds = ['administrative', 'guidance', 'basin', 'internal'] as const;
export type RelationKind = (typeof relationKinds)[number];

export class OrgRow {
  @IsUUID() id!: string;
  @IsString() name!: string;
  @IsOptional() @IsString() nameEn?: string;
  @IsIn(orgKinds) kind!: OrgKind;
  /** GB/T 2260, six digits; absent for bodies that are not of one division. */
  @IsOptional() @IsString() divisionCode?: string;
  @IsOptional() @IsUUID() parentId?: string;
  /** Bodies directly below (行政隶属 and 内设). */
  @IsInt() children!: number;
  @IsOptional() @IsISO8601() abolishedOn?: string;
}
export class OrgRelationView {
  @IsIn(relationKinds) kind!: RelationKind;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
}
export class OrgView extends OrgRow {
  @IsOptional() @IsString() shortName?: string;
  @IsOptional() @IsString() creditCode?: string;
  @IsISO8601() validFrom!: string;
  /** From the top down to the body itself. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => OrgRow) path!: OrgRow[];
  /** 业务指导 and 流域 bodies above. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => OrgRelationView) relations!: OrgRelationView[];
  @IsInt() people!: number;
  @IsInt() version!: number;
  /** May the caller change this body: `write`. */
  @IsArray() @IsString({ each: true }) acts!: string[];
}
export class ListOrgs extends ListRequest {
  /** Name, short name, pinyin, initials or division code. */
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  @IsOptional() @IsIn(orgKinds) kind?: OrgKind;
  @IsOptional() @IsUUID() parentId?: string;
  /** Only the highest bodies that the caller may see: where a tree begins. */
  @IsOptional() @Transform(({ value }) => value === true || value === 'true') @IsBoolean() tops?: boolean;
  /** Only bodies that are no more; without it, only those that stand. */
  @IsOptional() @Transform(({ value }) => value === true || value === 'true') @IsBoolean() abolished?: boolean;
  @IsOptional() @IsIn(['order', 'name']) sort?: 'order' | 'name';
}
export class GetOrg {
  @IsUUID() orgId!: string;
}
/** One body and those directly below it; a tree is opened level by level, from the bodies that `listOrgs` gives with `tops`. */
export class GetOrgTree {
  @IsUUID() orgId!: string;
}
export class OrgTree {
  @ValidateNested() @Type(() => OrgRow) root!: OrgRow;
  @IsArray() @ValidateNested({ each: true }) @Type(() => OrgRow) children!: OrgRow[];
}
export class CreateOrg {
  @IsString() @Length(2, 80) name!: string;
  @IsOptional() @IsString() @MaxLength(40) shortName?: string;
  @IsOptional() @IsString() @MaxLength(120) nameEn?: string;
  @IsIn(orgKinds) kind!: OrgKind;
  @IsUUID() parentId!: string;
  @IsOptional() @Matches(/^\d{6}$/) divisionCode?: string;
  @IsOptional() @Matches(/^[0-9A-HJ-NPQRTUWXY]{18}$/) creditCode?: string;
}
/** 更名, 划转, 合并, 撤销, with the day it takes effect. */
export class ReorganiseOrg {
  @IsUUID() orgId!: string;
  @IsIn(['rename', 'move', 'merge', 'abolish']) act!: 'rename' | 'move' | 'merge' | 'abolish';
  @IsOptional() @IsString() @Length(2, 80) name?: string;
  /** New parent of a move, receiving body of a merge. */
  @IsOptional() @IsUUID() targetId?: string;
  @IsString() @Length(1, 500) reason!: string;
  /** The day it takes effect, `2027-01-01`: today when absent, earlier when it is recorded late; on a later day it is carried out then. */
  @IsOptional() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) effectiveOn?: string;
  @IsOptional() @Type(() => Number) @IsInt() version?: number;
}
export class OrgHistoryRow {
  @IsISO8601() at!: string;
  @IsString() act!: string;
  @IsString() text!: string;
  @IsString() by!: string;
}
export class OrgHistory {
  @IsArray() @ValidateNested({ each: true }) @Type(() => OrgHistoryRow) items!: OrgHistoryRow[];
}
/** The public directory of bodies. */
export class ListDirectory extends ListRequest {
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  @IsOptional() @Transform(({ value }) => value === true || value === 'true') @IsBoolean() offices?: boolean;
}
export class DirectoryRow {
  @IsUUID() id!: string;
  @IsString() name!: string;
  @IsOptional() @IsString() nameEn?: string;
  @IsIn(orgKinds) kind!: OrgKind;
  @IsOptional() @IsString() divisionCode?: string;
  @IsOptional() @IsUUID() parentId?: string;
}

export const orgApi = defineApi('identity', {
  listDirectory: query({
    version: 1,
    http: 'GET /identity/directory',
    needs: 'anyone',
    request: ListDirectory,
    response: pageOf(DirectoryRow),
    summary: '公开机构目录',
  }),
  listOrgs: query({
    version: 1,
    http: 'GET /identity/orgs',
    needs: 'identity.org.read',
    request: ListOrgs,
    response: pageOf(OrgRow),
    summary: '查找机构',
  }),
  getOrg: query({
    version: 1,
    http: 'GET /identity/orgs/:orgId',
    needs: 'identity.org.read',
    request: GetOrg,
    response: OrgView,
    summary: '机构详情',
  }),
  getOrgTree: query({
    version: 1,
    http: 'GET /identity/orgs/:orgId/tree',
    needs: 'identity.org.read',
    request: GetOrgTree,
    response: OrgTree,
    summary: '下级机构',
  }),
  getOrgHistory: query({
    version: 1,
    http: 'GET /identity/orgs/:orgId/history',
    needs: 'identity.org.read',
    request: GetOrg,
    response: OrgHistory,
    summary: '机构沿革',
  }),
  createOrg: command({
    version: 1,
    http: 'POST /identity/orgs',
    needs: 'identity.org.write',
    status: 201,
    request: CreateOrg,
    response: OrgView,
    summary: '设立机构',
  }),
  reorganiseOrg: command({
    version: 1,
    http: 'POST /identity/orgs/:orgId/reorganise',
    needs: 'identity.org.write',
    request: ReorganiseOrg,
    response: OrgView,
    summary: '机构更名、划转、合并、撤销',
  }),
});
