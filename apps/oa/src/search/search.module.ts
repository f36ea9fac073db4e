import { Global, Module } from '@nestjs/common';
import { Tokens } from '@karez/search';
import { SearchController } from './search.controller.js';
import { SearchEntries } from './search-entries.js';
import { SearchLists } from './search.lists.js';
import { WhenSubjectMoved } from './when-subject-moved.reaction.js';

/** 检索; parts that hold more put their entries themselves. */
@Global()
@Module({
  controllers: [SearchController],
  providers: [Tokens, SearchEntries, SearchLists, WhenSubjectMoved],
  exports: [SearchEntries],
})
export class SearchModule {}
