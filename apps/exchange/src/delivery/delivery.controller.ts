import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-exchange';
import { deliveryApi } from '@karez/contracts-exchange';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { AcknowledgeReturnHandler } from './commands/acknowledge-return.handler.js';
import { RecallDeliveryHandler } from './commands/recall-delivery.handler.js';
import { ReissueDeliveryHandler } from './commands/reissue-delivery.handler.js';
import { ResendDeliveryHandler } from './commands/resend-delivery.handler.js';
import { RevokeDeliveryHandler } from './commands/revoke-delivery.handler.js';
import { UrgeDeliveryHandler } from './commands/urge-delivery.handler.js';

type Api = typeof deliveryApi;
type View = contract.DeliveryView;

/** What the sending body does with one delivery. */
@Controller()
export class SentDeliveryController implements Handlers<
  Api,
  'recallDelivery' | 'urgeDelivery' | 'resendDelivery' | 'revokeDelivery' | 'acknowledgeReturn' | 'reissueDelivery'
> {
  constructor(
    private readonly recall: RecallDeliveryHandler,
    private readonly urge: UrgeDeliveryHandler,
    private readonly resend: ResendDeliveryHandler,
    private readonly revoke: RevokeDeliveryHandler,
    private readonly acknowledge: AcknowledgeReturnHandler,
    private readonly reissue: ReissueDeliveryHandler,
  ) {}

  @Handles(deliveryApi.recallDelivery)
  recallDelivery(request: contract.RecallDelivery, ctx: Ctx): Promise<View> {
    return this.recall.execute(request, ctx);
  }
  @Handles(deliveryApi.urgeDelivery)
  urgeDelivery(request: contract.UrgeDelivery, ctx: Ctx): Promise<View> {
    return this.urge.execute(request, ctx);
  }
  @Handles(deliveryApi.resendDelivery)
  resendDelivery(request: contract.GetDelivery, ctx: Ctx): Promise<View> {
    return this.resend.execute(request, ctx);
  }
  @Handles(deliveryApi.revokeDelivery)
  revokeDelivery(request: contract.RecallDelivery, ctx: Ctx): Promise<View> {
    return this.revoke.execute(request, ctx);
  }
  @Handles(deliveryApi.acknowledgeReturn)
  acknowledgeReturn(request: contract.GetDelivery, ctx: Ctx): Promise<View> {
    return this.acknowledge.execute(request, ctx);
  }
  @Handles(deliveryApi.reissueDelivery)
  reissueDelivery(request: contract.ReissueDelivery, ctx: Ctx): Promise<View> {
    return this.reissue.execute(request, ctx);
  }
}
