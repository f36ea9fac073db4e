import { Global, Module } from '@nestjs/common';
import { UrgeTodoHandler } from './commands/urge-todo.handler.js';
import { Desks } from './desks.js';
import { DoneLists } from './done.lists.js';
import { CycleTimesReading } from './handover/cycle-times.js';
import { HandOverHandler } from './handover/hand-over.handler.js';
import { HandoverController } from './handover/handover.controller.js';
import { HandoverLists } from './handover/handover.lists.js';
import { Leavers } from './handover/leavers.js';
import { Successions } from './handover/successions.js';
import { WhenCaseTaskChanged } from './reactions/when-case-task-changed.reaction.js';
import { WhenCustodyMoved } from './reactions/when-custody-moved.reaction.js';
import { WhenPortalMoved } from './reactions/when-portal-moved.reaction.js';
import { TodoController } from './todo.controller.js';
import { TodoLists } from './todo.lists.js';
import { Todos } from './todos.js';

const lists = [Todos, Desks, TodoLists, DoneLists];
const reactions = [WhenCaseTaskChanged, WhenCustodyMoved, WhenPortalMoved];
const handover = [Successions, Leavers, HandoverLists, HandOverHandler, CycleTimesReading];

/** 待办中心: what waits for whom over all services. The parts of oa open and end rows through `Todos`. */
@Global()
@Module({
  controllers: [TodoController, HandoverController],
  providers: [...lists, ...reactions, ...handover, UrgeTodoHandler],
  exports: [Todos],
})
export class TodoModule {}
