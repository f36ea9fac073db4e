import { oaContract } from '@karez/contracts-oa';
import type { ServiceDefinition } from '@karez/service';
import { OaModule } from './oa.module.js';
import { OaTables1795783274871 } from './migrations/1795783274871-oa-tables.js';
import { PeopleAndTodos1795783310000 } from './migrations/1795783310000-people-and-todos.js';
import { Handling1795783320000 } from './migrations/1795783320000-handling.js';
import { Supervision1795783400000 } from './migrations/1795783400000-supervision.js';
import { OutgoingDocument } from './document/outgoing-document.entity.js';
import { IncomingDocument } from './incoming/incoming-document.entity.js';
import { Meeting } from './meeting/meeting.entity.js';
import { Room } from './meeting/room.entity.js';
import { Topic } from './meeting/topic.entity.js';
import { Meetings1795783500000 } from './migrations/1795783500000-meetings.js';
import { Incoming1795783700000 } from './migrations/1795783700000-incoming.js';
import { Documents1795783600000 } from './migrations/1795783600000-documents.js';
import { Calendar1795783605000 } from './migrations/1795783605000-calendar.js';
import { TodoDesks1795783610000 } from './migrations/1795783610000-todo-desks.js';
import { Delegation1795783620000 } from './migrations/1795783620000-delegation.js';
import { Handover1795783630000 } from './migrations/1795783630000-handover.js';
import { Search1795783640000 } from './migrations/1795783640000-search.js';
import { Delegation } from './delegation/delegation.entity.js';
import { Notice } from './notice/notice.entity.js';
import { SupervisionItem } from './supervision/supervision-item.entity.js';

export const entities = [Notice, SupervisionItem, Meeting, Room, Topic, OutgoingDocument, IncomingDocument, Delegation];
export const migrations = [
  OaTables1795783274871,
  PeopleAndTodos1795783310000,
  Handling1795783320000,
  Supervision1795783400000,
  Meetings1795783500000,
  Documents1795783600000,
  Calendar1795783605000,
  TodoDesks1795783610000,
  Delegation1795783620000,
  Incoming1795783700000,
  Handover1795783630000,
  Search1795783640000,
];
export const oa: ServiceDefinition = { contract: oaContract, module: OaModule, entities, migrations };
