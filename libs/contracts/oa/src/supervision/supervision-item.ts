import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsISO8601, IsOptional, IsString, IsUUID, ValidateNested } from 'class-validator';
import { HandlingView } from '../handling/handling.js';
import {
  type NoticeColour,
  noticeColours,
  type PartRole,
  partRoles,
  type PartState,
  partStates,
  type SupervisionAct,
  supervisionActs,
  type SupervisionLamp,
  supervisionLamps,
  type SupervisionSource,
  supervisionSources,
  type SupervisionState,
  supervisionStates,
} from './supervision-flow.js';

/** What a list shows of an item. */
export class SupervisionRow {
  @IsUUID() id!: string;
  /** 督办号, once it is established: 督〔2026〕7号. */
  @IsOptional() @IsString() number?: string;
  @IsString() title!: string;
  @IsIn(supervisionSources) source!: SupervisionSource;
  @IsIn(supervisionStates) state!: SupervisionState;
  @IsIn(supervisionLamps) lamp!: SupervisionLamp;
  /** Working days until it is due; negative when it is overdue. */
  @IsInt() daysLeft!: number;
  @IsISO8601() dueAt!: string;
  /** 督办单位. */
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  /** 主办, once it is assigned. */
  @IsOptional() @IsUUID() leadOrgId?: string;
  @IsOptional() @IsString() leadOrgName?: string;
  @IsInt() urged!: number;
  @IsISO8601() registeredAt!: string;
  @IsOptional() @IsISO8601() closedAt?: string;
}
/** 承办: the part of one body, or what the lead gave to one when it divided the work. */
export class SupervisionPartView {
  @IsUUID() id!: string;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsIn(partRoles) role!: PartRole;
  /** What this body is to do. */
  @IsString() content!: string;
  @IsISO8601() dueAt!: string;
  @IsIn(partStates) state!: PartState;
  @IsOptional() @IsUUID() handlerId?: string;
  @IsOptional() @IsString() handlerName?: string;
  @IsOptional() @IsISO8601() acceptedAt?: string;
  @IsOptional() @IsString() returnReason?: string;
  /** Per cent, as last reported. */
  @IsInt() progress!: number;
  /** Whether the caller acts for it. */
  @IsBoolean() mine!: boolean;
}
/** 阶段反馈. */
export class SupervisionReport {
  @IsUUID() id!: string;
  @IsUUID() partId!: string;
  @IsString() orgName!: string;
  @IsString() personName!: string;
  @IsInt() progress!: number;
  @IsString() text!: string;
  /** 存在问题. */
  @IsOptional() @IsString() difficulty?: string;
  @IsISO8601() at!: string;
}
/** 延期申请. */
export class SupervisionExtension {
  @IsUUID() id!: string;
  @IsString() orgName!: string;
  @IsString() personName!: string;
  @IsISO8601() from!: string;
  @IsISO8601() until!: string;
  @IsString() reason!: string;
  @IsIn(['asked', 'granted', 'refused']) state!: 'asked' | 'granted' | 'refused';
  @IsOptional() @IsString() decidedByName?: string;
  @IsOptional() @IsString() decision?: string;
  @IsISO8601() at!: string;
}
/** 督办单. */
export class SupervisionNotice {
  @IsUUID() id!: string;
  @IsIn(noticeColours) colour!: NoticeColour;
  @IsString() text!: string;
  /** Absent when the calendar sent it. */
  @IsOptional() @IsString() byName?: string;
  /** How many had the work open and were reached. */
  @IsInt() reached!: number;
  @IsISO8601() at!: string;
}
export class SupervisionView extends SupervisionRow {
  /** 督办要求. */
  @IsString() content!: string;
  /** 批示原文, a resolution's text: the words it rests on. */
  @IsOptional() @IsString() sourceText?: string;
  /** Where it came from, an address below `/office`. */
  @IsOptional() @IsString() sourceHref?: string;
  /** 督办领导: establishes and confirms. */
  @IsOptional() @IsUUID() leaderId?: string;
  @IsOptional() @IsString() leaderName?: string;
  @IsString() supervisorName!: string;
  @IsOptional() @IsString() suspendedReason?: string;
  @IsOptional() @IsString() terminatedReason?: string;
  /** 办结报告. */
  @IsOptional() @IsString() result?: string;
  /** 评价, 1 to 5. */
  @IsOptional() @IsInt() score?: number;
  @IsOptional() @IsString() scoreText?: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => SupervisionPartView) parts!: SupervisionPartView[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => SupervisionReport) reports!: SupervisionReport[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => SupervisionExtension) extensions!: SupervisionExtension[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => SupervisionNotice) notices!: SupervisionNotice[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => HandlingView) handlings!: HandlingView[];
  @IsInt() version!: number;
  /** What the caller may do with it now. */
  @IsArray() @IsIn(supervisionActs, { each: true }) acts!: SupervisionAct[];
}
