import { Module } from '@nestjs/common';
import { KeepNumbersHandler } from './commands/keep-numbers.handler.js';
import { NumberLedger } from './number-ledger.js';
import { NumberController } from './number.controller.js';
import { NumberLists } from './number.lists.js';

@Module({
  controllers: [NumberController],
  providers: [NumberLedger, NumberLists, KeepNumbersHandler],
  exports: [NumberLedger, KeepNumbersHandler],
})
export class NumberModule {}
