import { ListRequest } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { type SupervisionSource, supervisionSources } from './supervision-flow.js';
import { SupervisionRow } from './supervision-item.js';

const day = /^\d{4}-\d{2}-\d{2}$/;
/** Items registered on these days, both included; without them those of this year. */
export class GetSupervisionBoard {
  @IsOptional() @Matches(day) @IsISO8601({ strict: true }) from?: string;
  @IsOptional() @Matches(day) @IsISO8601({ strict: true }) to?: string;
}
export class SupervisionFigures {
  @IsInt() total!: number;
  @IsInt() open!: number;
  @IsInt() green!: number;
  @IsInt() yellow!: number;
  @IsInt() red!: number;
  @IsInt() closedInTime!: number;
  @IsInt() closedLate!: number;
  /** Mean of the scores given; absent where none was. */
  @IsOptional() @IsNumber() score?: number;
}
export class BodyFigures extends SupervisionFigures {
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
}
export class SourceFigures extends SupervisionFigures {
  @IsIn(supervisionSources) source!: SupervisionSource;
}
export class SupervisionBoard {
  @IsString() from!: string;
  @IsString() to!: string;
  @ValidateNested() @Type(() => SupervisionFigures) total!: SupervisionFigures;
  /** By the body that leads; those not yet assigned are in the total alone. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => BodyFigures) bodies!: BodyFigures[];
  @IsArray() @ValidateNested({ each: true }) @Type(() => SourceFigures) sources!: SourceFigures[];
  /** The most overdue, at most twenty. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => SupervisionRow) overdue!: SupervisionRow[];
}

/** 督查通报: the board of a period as it stood, with words; issued once and never changed. */
export class IssueBulletin {
  @Matches(day) @IsISO8601({ strict: true }) from!: string;
  @Matches(day) @IsISO8601({ strict: true }) to!: string;
  @IsString() @Length(2, 120) title!: string;
  @IsOptional() @IsString() @MaxLength(8000) text?: string;
}
export class BulletinRow {
  @IsUUID() id!: string;
  /** 第几期 within the year. */
  @IsInt() issue!: number;
  @IsInt() year!: number;
  @IsString() title!: string;
  @IsString() from!: string;
  @IsString() to!: string;
  @IsString() byName!: string;
  @IsISO8601() issuedAt!: string;
}
export class BulletinView extends BulletinRow {
  @IsOptional() @IsString() text?: string;
  @ValidateNested() @Type(() => SupervisionBoard) board!: SupervisionBoard;
}
export class BulletinOf {
  @IsUUID() bulletinId!: string;
}
export class ListBulletins extends ListRequest {}
