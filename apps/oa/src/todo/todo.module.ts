import { Global, Module } from '@nestjs/common';
import { UrgeTodoHandler } from './commands/urge-todo.handler.js';
import { Desks } from './desks.js';
import { DoneLists } from './done.lists.js';
import { WhenCaseTaskChanged } from './reactions/when-case-task-changed.reaction.js';
import { WhenCustodyMoved } from './reactions/when-custody-moved.reaction.js';
import { WhenPortalMoved } from './reactions/when-portal-moved.reaction.js';
import { TodoController } from './todo.controller.js';
import { TodoLists } from './todo.lists.js';
import { Todos } from './todos.js';

/** 待办中心: what waits for whom over all services. The parts of oa open and end rows through `Todos`. */
@Global()
@Module({
  controllers: [TodoController],
  providers: [Todos, Desks, TodoLists, DoneLists, UrgeTodoHandler, WhenCaseTaskChanged, WhenCustodyMoved, WhenPortalMoved],
  exports: [Todos],
})
export class TodoModule {}
