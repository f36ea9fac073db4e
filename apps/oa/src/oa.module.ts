import { Global, Module } from '@nestjs/common';
import { OaConfig } from './config.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { DocumentModule } from './document/document.module.js';
import { DelegationModule } from './delegation/delegation.module.js';
import { HandlingModule } from './handling/handling.module.js';
import { IncomingModule } from './incoming/incoming.module.js';
import { MeetingModule } from './meeting/meeting.module.js';
import { NoticeModule } from './notice/notice.module.js';
import { NumberModule } from './number/number.module.js';
import { PeopleModule } from './people/people.module.js';
import { RenditionModule } from './rendition/rendition.module.js';
import { SearchModule } from './search/search.module.js';
import { SeedModule } from './seed/seed.module.js';
import { SupervisionModule } from './supervision/supervision.module.js';
import { TodoModule } from './todo/todo.module.js';

@Global()
@Module({ providers: [{ provide: OaConfig, useFactory: () => new OaConfig() }], exports: [OaConfig] })
class SettingsModule {}

/** 办公自动化: the daily desk. Each part is a module of its own; what all of them need (people, to-dos) is global. */
@Module({
  imports: [
    SettingsModule,
    PeopleModule,
    DelegationModule,
    TodoModule,
    CalendarModule,
    HandlingModule,
    SearchModule,
    SeedModule,
    NoticeModule,
    SupervisionModule,
    MeetingModule,
    NumberModule,
    DocumentModule,
    IncomingModule,
    RenditionModule,
  ],
})
export class OaModule {}
