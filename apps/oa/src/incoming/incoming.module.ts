import { Module } from '@nestjs/common';
import { WhenDeliverySignedFor } from '../reactions/when-delivery-signed-for.reaction.js';
import { SupervisionModule } from '../supervision/supervision.module.js';
import { CloseIncomingHandler } from './commands/close-incoming.handler.js';
import { RegisterIncomingHandler } from './commands/register-incoming.handler.js';
import { RouteIncomingHandler } from './commands/route-incoming.handler.js';
import { IncomingDesk } from './incoming-desk.js';
import { IncomingReading } from './incoming-reading.js';
import { IncomingTerm } from './incoming-term.js';
import { IncomingController } from './incoming.controller.js';

const commands = [RegisterIncomingHandler, RouteIncomingHandler, CloseIncomingHandler];

/** 收文 and 传阅. */
@Module({
  imports: [SupervisionModule],
  controllers: [IncomingController],
  providers: [IncomingDesk, IncomingTerm, IncomingReading, ...commands, WhenDeliverySignedFor],
})
export class IncomingModule {}
