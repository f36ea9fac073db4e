import { dataScopes, ListRequest, type DataScope } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

export class RoleRow {
  @IsUUID() id!: string;
  @IsString() code!: string;
  @IsString() name!: string;
  @IsOptional() @IsString() description?: string;
  @IsBoolean() builtIn!: boolean;
  @IsInt() permissionCount!: number;
  @IsInt() grantCount!: number;
}
export class RoleView extends RoleRow {
  @IsArray() @IsString({ each: true }) permissions!: string[];
  @IsInt() version!: number;
}
export class ListRoles extends ListRequest {
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  @IsOptional() @IsIn(['name', 'code']) sort?: 'name' | 'code';
}
export class GetRole {
  @IsUUID() roleId!: string;
}
export class CreateRole {
  @Matches(/^[a-z][a-z0-9_]{2,39}$/) code!: string;
  @IsString() @Length(2, 40) name!: string;
  @IsOptional() @IsString() @MaxLength(200) description?: string;
  @IsArray() @ArrayUnique() @ArrayMaxSize(500) @IsString({ each: true }) permissions!: string[];
}
export class UpdateRole {
  @IsUUID() roleId!: string;
  @IsString() @Length(2, 40) name!: string;
  @IsOptional() @IsString() @MaxLength(200) description?: string;
  @IsArray() @ArrayUnique() @ArrayMaxSize(500) @IsString({ each: true }) permissions!: string[];
  @IsInt() version!: number;
}
export class RemoveRole {
  @IsUUID() roleId!: string;
}
/** The catalogue of permissions, from the contracts. */
export class PermissionRow {
  @IsString() permission!: string;
  @IsString() service!: string;
  @IsString() serviceTitle!: string;
  @IsString() title!: string;
}
export class PermissionCatalogue {
  @IsArray() @ValidateNested({ each: true }) @Type(() => PermissionRow) items!: PermissionRow[];
}
export class GrantRole {
  @IsUUID() personId!: string;
  @IsUUID() postId!: string;
  @IsUUID() roleId!: string;
  @IsIn(dataScopes) scope!: DataScope;
  /** For `listed` and `basin`: the bodies meant. */
  @IsOptional() @IsArray() @ArrayMaxSize(200) @IsUUID(undefined, { each: true }) orgIds?: string[];
}
export class WithdrawRole {
  @IsUUID() personId!: string;
  @IsUUID() grantId!: string;
}
export class GrantRow {
  @IsUUID() id!: string;
  @IsUUID() personId!: string;
  @IsString() personName!: string;
  @IsString() orgName!: string;
  @IsString() title!: string;
  @IsIn(dataScopes) scope!: DataScope;
}
export class ListGrants extends ListRequest {
  @IsUUID() roleId!: string;
}
