import {
  type AttendeeRole,
  type MeetingAct,
  type MeetingKind,
  type MeetingState,
  meetingStateWords,
  type Receipt,
  type TopicState,
  topicStateWords,
} from '@karez/contracts-oa';
import { palette, type StateLook } from '@karez/web-ui';

const look = (glyph: StateLook['glyph'], color: string) => ({ glyph, color });
const meetingGlyphs: Readonly<Record<MeetingState, Pick<StateLook, 'glyph' | 'color'>>> = {
  planned: look('diamond', palette.amber),
  approved: look('ring', palette.water),
  notified: look('half', palette.water),
  running: look('half', palette.green),
  ended: look('diamond', palette.amber),
  minuted: look('full', palette.green),
  archived: look('full', palette.slate),
  cancelled: look('barred', palette.slate),
};
export const meetingLook = (state: MeetingState): StateLook => ({ ...meetingGlyphs[state], label: meetingStateWords[state] });
const topicGlyphs: Readonly<Record<TopicState, Pick<StateLook, 'glyph' | 'color'>>> = {
  proposed: look('diamond', palette.amber),
  returned: look('barred', palette.plum),
  reviewed: look('diamond', palette.amber),
  approved: look('ring', palette.water),
  listed: look('half', palette.water),
  deferred: look('ring', palette.amber),
  decided: look('full', palette.green),
  withdrawn: look('barred', palette.slate),
};
export const topicLook = (state: TopicState): StateLook => ({ ...topicGlyphs[state], label: topicStateWords[state] });

export const kindWord: Readonly<Record<MeetingKind, string>> = {
  executive: '厅务会',
  special: '专题会',
  regular: '例会',
  video: '视频会',
  training: '培训',
};
export const roleWord: Readonly<Record<AttendeeRole, string>> = { host: '主持', attend: '出席', observe: '列席' };
export const receiptWord: Readonly<Record<Receipt, string>> = {
  ...{ none: '未回执', attend: '参加', leave_asked: '请假待批', leave_granted: '准假', leave_refused: '未准假', substituted: '替会' },
};
export const outcomeWord = { passed: '通过', amended: '修改后通过', rejected: '不予通过', deferred: '缓议' } as const;
export const meetingActWord: Readonly<Record<MeetingAct, string>> = {
  ...{
    edit: '修改',
    approve: '审批',
    notify: '发通知',
    reply: '回执',
    decide_leave: '批假',
    urge: '催报回执',
    show_code: '签到码',
    check_in: '签到',
  },
  ...{ start: '开始会议', decide_topic: '议定', end: '结束会议', minute: '出纪要', archive: '归档', cancel: '取消会议' },
};
/** The one that leads on comes first; leave, topics and the code have places of their own on the page. */
export const meetingActOrder: readonly MeetingAct[] = ['approve', 'reply', 'notify', 'start', 'end', 'minute', 'archive', 'urge', 'cancel'];

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const dayOf = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: '2-digit', day: '2-digit', weekday: 'short' });
/** `11-26 周四 10:00–12:00` */
export const whenWords = (startsAt: string, endsAt: string): string => {
  const [from, to] = [new Date(startsAt), new Date(endsAt)];
  const parts = Object.fromEntries(dayOf.formatToParts(from).map(({ type, value }) => [type, value]));
  return `${parts['month']}-${parts['day']} ${parts['weekday']} ${clock.format(from)}–${clock.format(to)}`;
};
