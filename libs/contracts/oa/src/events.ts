import type { EventClass } from '@karez/contracts-kernel';

import { OutgoingClosed, OutgoingDistributed, OutgoingMoved } from './document/document-events.js';
import { IncomingMoved } from './incoming/incoming.js';
import { MeetingMoved, TopicMoved } from './meeting/meeting-events.js';
import { SupervisionClosed, SupervisionMoved } from './supervision/supervision-events.js';
import { DelegationChanged } from './delegation/delegation-events.js';
import { TodoChanged } from './todo/todo-events.js';

export class NoticeRegistered {
  static readonly subject = 'evt.oa.notice-registered.v1';
  static readonly aggregate = 'notice';
  constructor(
    readonly noticeId: string,
    readonly orgId: string,
  ) {}
}
export class NoticeClosed {
  static readonly subject = 'evt.oa.notice-closed.v1';
  static readonly aggregate = 'notice';
  constructor(
    readonly noticeId: string,
    readonly orgId: string,
  ) {}
}
export const oaEvents: readonly EventClass[] = [
  NoticeRegistered,
  NoticeClosed,
  SupervisionMoved,
  SupervisionClosed,
  MeetingMoved,
  TopicMoved,
  OutgoingMoved,
  OutgoingDistributed,
  OutgoingClosed,
  IncomingMoved,
  TodoChanged,
  DelegationChanged,
];
