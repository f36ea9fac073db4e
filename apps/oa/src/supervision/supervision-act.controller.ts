import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-oa';
import { supervisionActApi } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { AssignSupervisionHandler } from './commands/assign-supervision.handler.js';
import { CloseSupervisionHandler } from './commands/close-supervision.handler.js';
import { EstablishSupervisionHandler } from './commands/establish-supervision.handler.js';
import { ExtendSupervisionHandler } from './commands/extend-supervision.handler.js';
import { HandleSupervisionHandler } from './commands/handle-supervision.handler.js';
import { SupervisionReading } from './supervision-reading.js';

/** Every act on an item; the answer is the item as it stands afterwards, read outside the transaction. */
@Controller()
export class SupervisionActController implements Handlers<typeof supervisionActApi> {
  constructor(
    private readonly reading: SupervisionReading,
    private readonly establishing: EstablishSupervisionHandler,
    private readonly assigning: AssignSupervisionHandler,
    private readonly handling: HandleSupervisionHandler,
    private readonly extending: ExtendSupervisionHandler,
    private readonly closing: CloseSupervisionHandler,
  ) {}

  @Handles(supervisionActApi.establishSupervision)
  async establishSupervision(request: contract.EstablishSupervision, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.establishing.establish(request, ctx), ctx);
  }
  @Handles(supervisionActApi.refuseSupervision)
  async refuseSupervision(request: contract.ReasonedSupervision, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.establishing.refuse(request, ctx), ctx);
  }
  @Handles(supervisionActApi.assignSupervision)
  async assignSupervision(request: contract.AssignSupervision, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.assigning.assign(request, ctx), ctx);
  }
  @Handles(supervisionActApi.acceptSupervision)
  async acceptSupervision(request: contract.AcceptSupervision, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.handling.accept(request, ctx), ctx);
  }
  @Handles(supervisionActApi.giveBackSupervision)
  async giveBackSupervision(request: contract.GiveBackSupervision, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.handling.giveBack(request, ctx), ctx);
  }
  @Handles(supervisionActApi.divideSupervision)
  async divideSupervision(request: contract.DivideSupervision, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.assigning.divide(request, ctx), ctx);
  }
  @Handles(supervisionActApi.reportSupervision)
  async reportSupervision(request: contract.ReportSupervision, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.handling.report(request, ctx), ctx);
  }
  @Handles(supervisionActApi.askExtension)
  async askExtension(request: contract.AskExtension, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.extending.ask(request, ctx), ctx);
  }
  @Handles(supervisionActApi.decideExtension)
  async decideExtension(request: contract.DecideExtension, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.extending.decide(request, ctx), ctx);
  }
  @Handles(supervisionActApi.urgeSupervision)
  async urgeSupervision(request: contract.UrgeSupervision, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.closing.urge(request, ctx), ctx);
  }
  @Handles(supervisionActApi.askClosing)
  async askClosing(request: contract.AskClosing, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.closing.ask(request, ctx), ctx);
  }
  @Handles(supervisionActApi.reviewSupervision)
  async reviewSupervision(request: contract.ReviewSupervision, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.closing.review(request, ctx), ctx);
  }
  @Handles(supervisionActApi.confirmSupervision)
  async confirmSupervision(request: contract.ConfirmSupervision, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.closing.confirm(request, ctx), ctx);
  }
  @Handles(supervisionActApi.evaluateSupervision)
  async evaluateSupervision(request: contract.EvaluateSupervision, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.closing.evaluate(request, ctx), ctx);
  }
  @Handles(supervisionActApi.archiveSupervision)
  async archiveSupervision(request: contract.SupervisionOf, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.closing.archive(request, ctx), ctx);
  }
  @Handles(supervisionActApi.suspendSupervision)
  async suspendSupervision(request: contract.ReasonedSupervision, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.extending.suspend(request, ctx), ctx);
  }
  @Handles(supervisionActApi.resumeSupervision)
  async resumeSupervision(request: contract.SupervisionOf, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.extending.resume(request, ctx), ctx);
  }
  @Handles(supervisionActApi.terminateSupervision)
  async terminateSupervision(request: contract.ReasonedSupervision, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.#seen(await this.closing.terminate(request, ctx), ctx);
  }

  #seen({ itemId }: { readonly itemId: string }, ctx: Ctx): Promise<contract.SupervisionView> {
    return this.reading.view(itemId, ctx);
  }
}
