import { Module } from '@nestjs/common';
import { AssignSupervisionHandler } from './commands/assign-supervision.handler.js';
import { CloseSupervisionHandler } from './commands/close-supervision.handler.js';
import { EstablishSupervisionHandler } from './commands/establish-supervision.handler.js';
import { ExtendSupervisionHandler } from './commands/extend-supervision.handler.js';
import { HandleSupervisionHandler } from './commands/handle-supervision.handler.js';
import { IssueBulletinHandler } from './commands/issue-bulletin.handler.js';
import { RegisterSupervisionHandler } from './commands/register-supervision.handler.js';
import { SupervisionActController } from './supervision-act.controller.js';
import { SupervisionBoards } from './supervision-board.js';
import { SupervisionBulletins } from './supervision-bulletins.js';
import { SupervisionDesk } from './supervision-desk.js';
import { SupervisionIntake } from './supervision-intake.js';
import { SupervisionNoticesTask } from './supervision-notices.task.js';
import { SupervisionParts } from './supervision-parts.js';
import { SupervisionReading } from './supervision-reading.js';
import { SupervisionTerm } from './supervision-term.js';
import { SupervisionTodos } from './supervision-todos.js';
import { SupervisionWork } from './supervision-work.js';
import { SupervisionStory } from './supervision.story.js';
import { SupervisionController } from './supervision.controller.js';
import { SupervisionLists } from './supervision.lists.js';

const rooms = [SupervisionIntake, SupervisionParts, SupervisionDesk, SupervisionTodos, SupervisionTerm, SupervisionNoticesTask];
const reading = [SupervisionLists, SupervisionReading, SupervisionBoards, SupervisionBulletins];
const commands = [
  ...[RegisterSupervisionHandler, EstablishSupervisionHandler, AssignSupervisionHandler, HandleSupervisionHandler],
  ...[ExtendSupervisionHandler, CloseSupervisionHandler, IssueBulletinHandler],
];

/** 督查督办. */
@Module({
  controllers: [SupervisionController, SupervisionActController],
  providers: [...rooms, ...reading, ...commands, SupervisionStory, SupervisionWork],
  exports: [SupervisionIntake],
})
export class SupervisionModule {}
