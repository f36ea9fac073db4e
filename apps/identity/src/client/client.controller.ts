import { Controller } from '@nestjs/common';
import {
  clientApi,
  type ClientRow,
  type ClientToken,
  type DisableClient,
  type ListClients,
  type RegisterClient,
  sessionApi,
  type SignInClient,
} from '@karez/contracts-identity';
import type { Page } from '@karez/contracts-kernel';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DataSource } from 'typeorm';
import { listClients } from './client.lists.js';
import { DisableClientHandler } from './commands/disable-client.handler.js';
import { RegisterClientHandler } from './commands/register-client.handler.js';
import { SignInClientHandler } from './commands/sign-in-client.handler.js';

@Controller()
export class ClientController implements Handlers<typeof clientApi>, Handlers<typeof sessionApi, 'signInClient'> {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registerHandler: RegisterClientHandler,
    private readonly disableHandler: DisableClientHandler,
    private readonly signInHandler: SignInClientHandler,
  ) {}

  @Handles(clientApi.listClients)
  listClients(request: ListClients, ctx: Ctx): Promise<Page<ClientRow>> {
    return listClients(this.dataSource, request, ctx.actor);
  }

  @Handles(clientApi.registerClient)
  registerClient(request: RegisterClient, ctx: Ctx): Promise<ClientRow> {
    return this.registerHandler.execute(request, ctx);
  }

  @Handles(clientApi.disableClient)
  disableClient(request: DisableClient, ctx: Ctx): Promise<ClientRow> {
    return this.disableHandler.execute(request, ctx);
  }

  @Handles(sessionApi.signInClient)
  signInClient(request: SignInClient, ctx: Ctx): Promise<ClientToken> {
    return this.signInHandler.execute(request, ctx);
  }
}
