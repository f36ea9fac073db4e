import { command, type DataScope, dataScopes, defineApi, Empty, ListRequest, pageOf, query } from '@karez/contracts-kernel';
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
import { PersonView } from './person.js';

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

export const roleApi = defineApi('identity', {
  listRoles: query({
    version: 1,
    http: 'GET /identity/roles',
    needs: 'identity.role.read',
    request: ListRoles,
    response: pageOf(RoleRow),
    summary: '查看角色',
  }),
  getRole: query({
    version: 1,
    http: 'GET /identity/roles/:roleId',
    needs: 'identity.role.read',
    request: GetRole,
    response: RoleView,
    summary: '角色详情',
  }),
  listPermissions: query({
    version: 1,
    http: 'GET /identity/permissions',
    needs: 'identity.role.read',
    request: Empty,
    response: PermissionCatalogue,
    summary: '权限目录',
  }),
  createRole: command({
    version: 1,
    http: 'POST /identity/roles',
    needs: 'identity.role.write',
    status: 201,
    request: CreateRole,
    response: RoleView,
    summary: '新建角色',
  }),
  updateRole: command({
    version: 1,
    http: 'POST /identity/roles/:roleId',
    needs: 'identity.role.write',
    request: UpdateRole,
    response: RoleView,
    summary: '修改角色',
  }),
  removeRole: command({
    version: 1,
    http: 'DELETE /identity/roles/:roleId',
    needs: 'identity.role.write',
    request: RemoveRole,
    response: Empty,
    summary: '删除角色',
  }),
  listGrants: query({
    version: 1,
    http: 'GET /identity/roles/:roleId/grants',
    needs: 'identity.role.read',
    request: ListGrants,
    response: pageOf(GrantRow),
    summary: '角色授予了谁',
  }),
  grantRole: command({
    version: 1,
    http: 'POST /identity/people/:personId/roles',
    needs: 'identity.role.grant',
    request: GrantRole,
    response: PersonView,
    summary: '授予角色',
  }),
  withdrawRole: command({
    version: 1,
    http: 'DELETE /identity/people/:personId/roles/:grantId',
    needs: 'identity.role.grant',
    request: WithdrawRole,
    response: PersonView,
    summary: '收回角色',
  }),
});
