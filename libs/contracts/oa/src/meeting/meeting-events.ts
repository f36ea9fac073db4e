import type { MeetingState, TopicState } from './meeting-flow.js';

/** A meeting moved, was answered or checked in to: a hint to look again. */
export class MeetingMoved {
  static readonly subject = 'evt.oa.meeting-moved.v1';
  static readonly aggregate = 'meeting';
  constructor(
    readonly meetingId: string,
    readonly orgId: string,
    readonly state: MeetingState,
    readonly kind: string,
  ) {}
}
export class TopicMoved {
  static readonly subject = 'evt.oa.topic-moved.v1';
  static readonly aggregate = 'topic';
  constructor(
    readonly topicId: string,
    readonly orgId: string,
    readonly state: TopicState,
  ) {}
}
