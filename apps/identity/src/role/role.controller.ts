import { Controller } from '@nestjs/common';
import {
  type CreateRole,
  type GetRole,
  type ListRoles,
  type PermissionCatalogue,
  type RemoveRole,
  roleApi,
  type RoleRow,
  type RoleView,
  type UpdateRole,
} from '@karez/contracts-identity';
import type { Empty, Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { permissionCatalogue } from '../catalogue.js';
import { CreateRoleHandler } from './commands/create-role.handler.js';
import { RemoveRoleHandler } from './commands/remove-role.handler.js';
import { UpdateRoleHandler } from './commands/update-role.handler.js';
import type { GrantOperation } from './grant.controller.js';
import { listRoles } from './role.lists.js';
import { roleView } from './role.view.js';

@Controller()
export class RoleController implements Handlers<typeof roleApi, Exclude<keyof typeof roleApi, GrantOperation>> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly createHandler: CreateRoleHandler,
    private readonly updateHandler: UpdateRoleHandler,
    private readonly removeHandler: RemoveRoleHandler,
  ) {}

  @Handles(roleApi.listRoles)
  listRoles(request: ListRoles, _ctx: Ctx): Promise<Page<RoleRow>> {
    return listRoles(this.dataSource, request);
  }

  @Handles(roleApi.getRole)
  getRole({ roleId }: GetRole, _ctx: Ctx): Promise<RoleView> {
    return roleView(this.dataSource.manager, roleId);
  }

  @Handles(roleApi.listPermissions)
  async listPermissions(_request: Empty, _ctx: Ctx): Promise<PermissionCatalogue> {
    return permissionCatalogue();
  }

  @Handles(roleApi.createRole)
  createRole(request: CreateRole, ctx: Ctx): Promise<RoleView> {
    return this.createHandler.execute(request, ctx);
  }

  @Handles(roleApi.updateRole)
  updateRole(request: UpdateRole, ctx: Ctx): Promise<RoleView> {
    return this.updateHandler.execute(request, ctx);
  }

  @Handles(roleApi.removeRole)
  removeRole(request: RemoveRole, ctx: Ctx): Promise<Empty> {
    return this.removeHandler.execute(request, ctx);
  }
}
