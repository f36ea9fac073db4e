import { Global, Module } from '@nestjs/common';
import { KeepDelegationHandler } from './commands/keep-delegation.handler.js';
import { DelegationController } from './delegation.controller.js';
import { DelegationLists } from './delegation.lists.js';
import { StandIns } from './stand-ins.js';

/** 委托代办; whoever may act for whom is asked by every part. */
@Global()
@Module({
  controllers: [DelegationController],
  providers: [StandIns, DelegationLists, KeepDelegationHandler],
  exports: [StandIns],
})
export class DelegationModule {}
