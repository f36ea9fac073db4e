import { defineFlow, type StateOf } from '@karez/contracts-kernel';

/**
 * 督查督办: registered, established by a leader, assigned to the bodies, accepted and handled, asked to be closed, reviewed, confirmed by
 * the leader, evaluated, archived. Feedback, division, extensions and urging happen inside `handling` and move nothing.
 */
export const supervisionFlow = defineFlow('registered', {
  registered: ['established', 'terminated'],
  established: ['assigned', 'terminated'],
  // a body that does not accept gives it back to be assigned anew
  assigned: ['handling', 'established', 'suspended', 'terminated'],
  handling: ['closing', 'assigned', 'suspended', 'terminated'],
  closing: ['handling', 'reviewed'],
  reviewed: ['closed', 'handling'],
  closed: ['evaluated'],
  evaluated: ['archived'],
  archived: [],
  suspended: ['assigned', 'handling', 'terminated'],
  terminated: [],
});
export type SupervisionState = StateOf<typeof supervisionFlow>;
export const supervisionStates = Object.keys(supervisionFlow.moves) as SupervisionState[];
/** While somebody still owes something: only these have a lamp. */
export const openSupervisionStates = ['registered', 'established', 'assigned', 'handling', 'closing', 'reviewed'] as const;

/** 来源. */
export const supervisionSources = ['instruction', 'meeting', 'superior', 'key_work', 'proposal', 'petition', 'approval'] as const;
export type SupervisionSource = (typeof supervisionSources)[number];

/** Derived from the working days that are left, never stored: red is overdue, yellow the last three working days. */
export const supervisionLamps = ['red', 'yellow', 'green', 'none'] as const;
export type SupervisionLamp = (typeof supervisionLamps)[number];
/** The last so many working days are yellow. */
export const yellowDays = 3;
/** 督办单: blue reminds when yellow begins, yellow goes out when the day has passed, red after so many working days more. */
export const noticeColours = ['blue', 'yellow', 'red'] as const;
export type NoticeColour = (typeof noticeColours)[number];
export const redNoticeDays = 5;

/** 主办, 协办. */
export const partRoles = ['lead', 'assist'] as const;
export type PartRole = (typeof partRoles)[number];
export const partStates = ['sent', 'accepted', 'returned', 'reported'] as const;
export type PartState = (typeof partStates)[number];

export const supervisionActs = [
  'establish',
  'refuse',
  'assign',
  'accept',
  'give_back',
  'divide',
  'report',
  'ask_extension',
  'decide_extension',
  'urge',
  'ask_closing',
  'review',
  'confirm',
  'evaluate',
  'archive',
  'suspend',
  'resume',
  'terminate',
] as const;
export type SupervisionAct = (typeof supervisionActs)[number];

/** What the office calls the states. */
export const supervisionStateWords: Readonly<Record<SupervisionState, string>> = {
  registered: '待立项',
  established: '待交办',
  assigned: '待签收',
  handling: '办理中',
  closing: '待审核',
  reviewed: '待确认',
  closed: '已销号',
  evaluated: '已评价',
  archived: '已归档',
  suspended: '已暂停',
  terminated: '已中止',
};
export const partStateWords: Readonly<Record<PartState, string>> = {
  sent: '待签收',
  accepted: '办理中',
  returned: '已退回',
  reported: '已报办结',
};
