import { defineFlow, type StateOf } from '@karez/contracts-kernel';

/** 议题: proposed by an office, reviewed by the house's office, approved by the leader, put on an agenda, decided or put off. */
export const topicFlow = defineFlow('proposed', {
  proposed: ['reviewed', 'returned', 'withdrawn'],
  returned: ['proposed', 'withdrawn'],
  reviewed: ['approved', 'returned', 'withdrawn'],
  approved: ['listed', 'withdrawn'],
  // taken off the agenda again, when the meeting is cancelled or changed
  listed: ['decided', 'deferred', 'approved'],
  // 缓议: it keeps its number and waits for another agenda
  deferred: ['listed', 'withdrawn'],
  decided: [],
  withdrawn: [],
});
export type TopicState = StateOf<typeof topicFlow>;
export const topicStates = Object.keys(topicFlow.moves) as TopicState[];
export const topicStateWords: Readonly<Record<TopicState, string>> = {
  proposed: '待审核',
  returned: '已退回',
  reviewed: '待审定',
  approved: '待列入议程',
  listed: '已列入议程',
  deferred: '缓议',
  decided: '已议',
  withdrawn: '已撤回',
};
export const topicActs = ['edit', 'propose', 'review', 'approve', 'withdraw'] as const;
export type TopicAct = (typeof topicActs)[number];
/** 议定结果. */
export const topicOutcomes = ['passed', 'amended', 'rejected'] as const;
export type TopicOutcome = (typeof topicOutcomes)[number];

/** 会议: planned, approved, notified, held, minuted, archived; or cancelled. */
export const meetingFlow = defineFlow('planned', {
  planned: ['approved', 'cancelled'],
  approved: ['notified', 'planned', 'cancelled'],
  notified: ['running', 'cancelled'],
  running: ['ended'],
  ended: ['minuted'],
  minuted: ['archived'],
  archived: [],
  cancelled: [],
});
export type MeetingState = StateOf<typeof meetingFlow>;
export const meetingStates = Object.keys(meetingFlow.moves) as MeetingState[];
export const meetingStateWords: Readonly<Record<MeetingState, string>> = {
  planned: '待审批',
  approved: '待通知',
  notified: '已通知',
  running: '进行中',
  ended: '待出纪要',
  minuted: '已出纪要',
  archived: '已归档',
  cancelled: '已取消',
};
export const meetingActs = [
  'edit',
  'approve',
  'notify',
  'reply',
  'decide_leave',
  'urge',
  'show_code',
  'check_in',
  'start',
  'decide_topic',
  'end',
  'minute',
  'archive',
  'cancel',
] as const;
export type MeetingAct = (typeof meetingActs)[number];

export const meetingKinds = ['executive', 'special', 'regular', 'video', 'training'] as const;
export type MeetingKind = (typeof meetingKinds)[number];
/** 主持, 出席, 列席. */
export const attendeeRoles = ['host', 'attend', 'observe'] as const;
export type AttendeeRole = (typeof attendeeRoles)[number];
/** 回执: nothing yet, comes, asked for leave, leave granted or refused, sends somebody else. */
export const receipts = ['none', 'attend', 'leave_asked', 'leave_granted', 'leave_refused', 'substituted'] as const;
export type Receipt = (typeof receipts)[number];
