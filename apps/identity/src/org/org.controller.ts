import { Controller } from '@nestjs/common';
import {
  type CreateOrg,
  type DirectoryRow,
  type GetOrg,
  type GetOrgTree,
  type ListDirectory,
  type ListOrgs,
  orgApi,
  type OrgHistory,
  type OrgRow,
  type OrgTree,
  type OrgView,
  type ReorganiseOrg,
} from '@karez/contracts-identity';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { CreateOrgHandler } from './commands/create-org.handler.js';
import { ReorganiseOrgHandler } from './commands/reorganise-org.handler.js';
import { listDirectory, listOrgs } from './org.lists.js';
import { assertSees, orgHistory, orgTree, orgView } from './org.view.js';

@Controller()
export class OrgController implements Handlers<typeof orgApi> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly createHandler: CreateOrgHandler,
    private readonly reorganiseHandler: ReorganiseOrgHandler,
  ) {}

  @Handles(orgApi.listDirectory)
  listDirectory(request: ListDirectory, _ctx: Ctx): Promise<Page<DirectoryRow>> {
    return listDirectory(this.dataSource, request);
  }

  @Handles(orgApi.listOrgs)
  listOrgs(request: ListOrgs, ctx: Ctx): Promise<Page<OrgRow>> {
    return listOrgs(this.dataSource, request, ctx.actor);
  }

  @Handles(orgApi.getOrg)
  async getOrg({ orgId }: GetOrg, ctx: Ctx): Promise<OrgView> {
    await assertSees(this.dataSource.manager, ctx.actor, orgId);
    return orgView(this.dataSource.manager, ctx.actor, orgId);
  }

  @Handles(orgApi.getOrgTree)
  async getOrgTree({ orgId }: GetOrgTree, ctx: Ctx): Promise<OrgTree> {
    await assertSees(this.dataSource.manager, ctx.actor, orgId);
    return orgTree(this.dataSource.manager, ctx.actor, orgId);
  }

  @Handles(orgApi.getOrgHistory)
  async getOrgHistory({ orgId }: GetOrg, ctx: Ctx): Promise<OrgHistory> {
    await assertSees(this.dataSource.manager, ctx.actor, orgId);
    return orgHistory(this.dataSource.manager, orgId);
  }

  @Handles(orgApi.createOrg)
  createOrg(request: CreateOrg, ctx: Ctx): Promise<OrgView> {
    return this.createHandler.execute(request, ctx);
  }

  @Handles(orgApi.reorganiseOrg)
  reorganiseOrg(request: ReorganiseOrg, ctx: Ctx): Promise<OrgView> {
    return this.reorganiseHandler.execute(request, ctx);
  }
}
