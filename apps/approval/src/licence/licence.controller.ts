import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-approval';
import { documentApi } from '@karez/contracts-approval';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { RevokeLicenceHandler } from './commands/revoke-licence.handler.js';
import { LicenceLists } from './licence.lists.js';

@Controller()
export class LicenceController implements Handlers<typeof documentApi, 'listLicences' | 'listMyLicences' | 'revokeLicence'> {
  constructor(
    private readonly lists: LicenceLists,
    private readonly revoke: RevokeLicenceHandler,
  ) {}

  @Handles(documentApi.listLicences)
  listLicences(request: contract.ListLicences, ctx: Ctx): Promise<Page<contract.LicenceRow>> {
    return this.lists.page(request, ctx);
  }
  @Handles(documentApi.listMyLicences)
  listMyLicences(request: contract.ListLicences, ctx: Ctx): Promise<Page<contract.LicenceRow>> {
    return this.lists.mine(request, ctx);
  }
  @Handles(documentApi.revokeLicence)
  revokeLicence(request: contract.RevokeLicence, ctx: Ctx): Promise<contract.LicenceRow> {
    return this.revoke.execute(request, ctx);
  }
}
