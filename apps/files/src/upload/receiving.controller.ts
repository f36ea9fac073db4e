import { Controller } from '@nestjs/common';
import type * as contract from '@karez/contracts-files';
import { receivingApi } from '@karez/contracts-files';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { BeginReceivingHandler } from './commands/begin-receiving.handler.js';
import { ReceiveBytesHandler } from './commands/receive-bytes.handler.js';

/** Uploads by other services, piece by piece over the bus. */
@Controller()
export class ReceivingController implements Handlers<typeof receivingApi> {
  constructor(
    private readonly begin: BeginReceivingHandler,
    private readonly receive: ReceiveBytesHandler,
  ) {}

  @Handles(receivingApi.beginReceiving)
  beginReceiving(request: contract.BeginReceiving, ctx: Ctx): Promise<contract.Receiving> {
    return this.begin.execute(request, ctx);
  }
  @Handles(receivingApi.receiveBytes)
  receiveBytes(request: contract.ReceiveBytes, ctx: Ctx): Promise<contract.Receiving> {
    return this.receive.execute(request, ctx);
  }
}
