import { Module } from '@nestjs/common';
import { KeepNumbersHandler } from './commands/keep-numbers.handler.js';
import { NumberLedger } from './number-ledger.js';
import { NumberController } from './number.controller.js';
import { NumberStory } from './number.story.js';
import { NumberLists } from './number.lists.js';

@Module({
  controllers: [NumberController],
  providers: [NumberLedger, NumberLists, KeepNumbersHandler, NumberStory],
  exports: [NumberLedger],
})
export class NumberModule {}
