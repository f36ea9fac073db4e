import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import type * as contract from '@karez/contracts-oa';
import { incomingApi } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { IncomingReading } from './incoming-reading.js';
import { RegisterIncomingHandler } from './commands/register-incoming.handler.js';
import { RouteIncomingHandler } from './commands/route-incoming.handler.js';
import { CloseIncomingHandler } from './commands/close-incoming.handler.js';

/** 收文. */
@Controller()
export class IncomingController implements Handlers<typeof incomingApi> {
  constructor(
    private readonly reading: IncomingReading,
    private readonly registering: RegisterIncomingHandler,
    private readonly routing: RouteIncomingHandler,
    private readonly closing: CloseIncomingHandler,
  ) {}

  @Handles(incomingApi.listIncoming)
  listIncoming(request: contract.ListIncoming, ctx: Ctx): Promise<Page<contract.IncomingRow>> {
    return this.reading.page(request, ctx);
  }
  @Handles(incomingApi.getIncoming)
  getIncoming(request: contract.IncomingOf, ctx: Ctx): Promise<contract.IncomingView> {
    return this.reading.view(request.incomingId, ctx);
  }
  @Handles(incomingApi.enterIncoming)
  async enterIncoming(request: contract.EnterIncoming, ctx: Ctx): Promise<contract.IncomingView> {
    return this.reading.view((await this.registering.enter(request, ctx)).incomingId, ctx);
  }
  @Handles(incomingApi.registerIncoming)
  async registerIncoming(request: contract.RegisterIncoming, ctx: Ctx): Promise<contract.IncomingView> {
    return this.reading.view((await this.registering.register(request, ctx)).incomingId, ctx);
  }
  @Handles(incomingApi.returnIncoming)
  async returnIncoming(request: contract.ReasonedIncoming, ctx: Ctx): Promise<contract.IncomingView> {
    return this.reading.view((await this.registering.giveBack(request, ctx)).incomingId, ctx);
  }
  @Handles(incomingApi.proposeIncoming)
  async proposeIncoming(request: contract.ProposeIncoming, ctx: Ctx): Promise<contract.IncomingView> {
    return this.reading.view((await this.routing.propose(request, ctx)).incomingId, ctx);
  }
  @Handles(incomingApi.assignIncoming)
  async assignIncoming(request: contract.AssignIncoming, ctx: Ctx): Promise<contract.IncomingView> {
    return this.reading.view((await this.routing.assign(request, ctx)).incomingId, ctx);
  }
  @Handles(incomingApi.closeIncoming)
  async closeIncoming(request: contract.CloseIncoming, ctx: Ctx): Promise<contract.IncomingView> {
    return this.reading.view((await this.closing.close(request, ctx)).incomingId, ctx);
  }
  @Handles(incomingApi.circulateIncoming)
  async circulateIncoming(request: contract.CirculateIncoming, ctx: Ctx): Promise<contract.IncomingView> {
    return this.reading.view((await this.closing.circulate(request, ctx)).incomingId, ctx);
  }
  @Handles(incomingApi.urgeIncoming)
  async urgeIncoming(request: contract.IncomingOf, ctx: Ctx): Promise<contract.IncomingView> {
    return this.reading.view((await this.closing.urge(request, ctx)).incomingId, ctx);
  }
  @Handles(incomingApi.submitIncoming)
  async submitIncoming(request: contract.SubmitIncoming, ctx: Ctx): Promise<contract.IncomingView> {
    return this.reading.view((await this.routing.submit(request, ctx)).incomingId, ctx);
  }
  @Handles(incomingApi.handleIncoming)
  async handleIncoming(request: contract.HandleIncoming, ctx: Ctx): Promise<contract.IncomingView> {
    return this.reading.view((await this.routing.handle(request, ctx)).incomingId, ctx);
  }
  @Handles(incomingApi.instructIncoming)
  async instructIncoming(request: contract.InstructIncoming, ctx: Ctx): Promise<contract.IncomingView> {
    return this.reading.view((await this.routing.instruct(request, ctx)).incomingId, ctx);
  }
  @Handles(incomingApi.readIncoming)
  async readIncoming(request: contract.ReadIncoming, ctx: Ctx): Promise<contract.IncomingView> {
    return this.reading.view((await this.closing.read(request, ctx)).incomingId, ctx);
  }
}
