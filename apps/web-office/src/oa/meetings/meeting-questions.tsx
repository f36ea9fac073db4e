import { type MeetingAct, meetingKinds, type MeetingView, type TopicView } from '@karez/contracts-oa';
import { type Question, wordsIn } from '../../app/ask-dialog.js';
import { type ChosenPerson, PersonChoice } from '../../people/person-choice.js';
import { PeopleChoice } from '../documents/people-choice.js';
import { oa } from '../oa-client.js';
import { RoomChoice, TopicsChoice } from './meeting-choices.js';
import { kindWord } from './meeting-words.js';

type Values = Record<string, unknown>;
const long = (name: string, label: string, more: { required?: boolean; max: number; help?: string }) =>
  ({ kind: 'long', name, label, ...more }) as const;
const optional = <Name extends string>(values: Values, name: Name): Partial<Record<Name, string>> => {
  const words = wordsIn(values, name);
  return (words ? { [name]: words } : {}) as Partial<Record<Name, string>>;
};
/** A day and a time of Beijing as a moment. */
const moment = (day: string | undefined, time: string | undefined): string => new Date(`${day ?? ''}T${time ?? ''}:00+08:00`).toISOString();
const time = [/^([01]\d|2[0-3]):[0-5]\d$/, '填 09:00 这样的时间'] as const;

/** 安排会议: it books the room at once. */
export const planQuestion: Question<MeetingView> = {
  ...{ title: '安排会议', submit: '送审批', draftKey: 'oa.meeting.new', lead: '会议室即刻占用，审批后发通知。' },
  fields: [
    { kind: 'text', name: 'title', label: '会议名称', required: true, max: 120 },
    {
      kind: 'choice',
      name: 'kind',
      label: '类别',
      required: true,
      options: meetingKinds.map((value) => ({ value, label: kindWord[value] })),
    },
    { kind: 'date', name: 'day', label: '日期', required: true },
    { kind: 'text', name: 'from', label: '开始', required: true, pattern: time, placeholder: '09:30' },
    { kind: 'text', name: 'to', label: '结束', required: true, pattern: time, placeholder: '11:30' },
    { kind: 'own', name: 'roomId', label: '会议室', help: '不用会议室的填地点', control: <RoomChoice /> },
    { kind: 'text', name: 'place', label: '地点', max: 120 },
    { kind: 'own', name: 'host', label: '主持人', required: true, control: <PersonChoice /> },
    { kind: 'own', name: 'people', label: '出席', control: <PeopleChoice /> },
    { kind: 'own', name: 'topicIds', label: '议题', help: '审定和缓议的可选', control: <TopicsChoice /> },
    long('notes', '要求', { max: 4000 }),
  ],
  initial: { kind: 'special' },
  call: (values) => {
    const host = values['host'] as ChosenPerson | undefined;
    const people = ((values['people'] as string[] | undefined) ?? []).filter((personId) => personId !== host?.id);
    return oa.createMeeting({
      ...{ title: wordsIn(values, 'title') ?? '', kind: meetingKinds.find((each) => each === values['kind']) ?? 'special' },
      ...{
        startsAt: moment(wordsIn(values, 'day'), wordsIn(values, 'from')),
        endsAt: moment(wordsIn(values, 'day'), wordsIn(values, 'to')),
      },
      ...{ ...optional(values, 'roomId'), ...optional(values, 'place'), ...optional(values, 'notes') },
      topicIds: (values['topicIds'] as string[] | undefined) ?? [],
      attendees: [
        { personId: host?.id ?? '', role: 'host' as const },
        ...people.map((personId) => ({ personId, role: 'attend' as const })),
      ],
    });
  },
  said: ({ title }) => `“${title}”已安排，等待审批。`,
};

/** What each act asks, and who is told. */
export function meetingQuestion(act: MeetingAct, view: MeetingView): Question<MeetingView> {
  const meetingId = view.id;
  const plain = (title: string, lead: string, call: () => Promise<MeetingView>, said: string): Question<MeetingView> => ({ title, lead, submit: title, fields: [], call, said: () => said }); // prettier-ignore
  switch (act) {
    case 'approve':
      return {
        ...{ title: '审批会议', submit: '提交', lead: `${view.where}，${view.attendees.length} 人参会。` },
        fields: [
          { kind: 'choice', name: 'decision', label: '结论', required: true, options: [{ value: 'pass', label: '同意' }, { value: 'return', label: '退回修改' }] }, // prettier-ignore
          long('opinion', '意见', { max: 500 }),
        ],
        initial: { decision: 'pass' },
        call: (values) =>
          oa.approveMeeting({ meetingId, decision: values['decision'] === 'pass' ? 'pass' : 'return', ...optional(values, 'opinion') }),
        said: ({ state }) => (state === 'approved' ? '已同意，可以发通知。' : '已退回修改。'),
      };
    case 'reply':
      return {
        ...{ title: '会议回执', submit: '报送回执', lead: '请假由会议主办单位审批；替会人须为本单位人员。' },
        fields: [
          { kind: 'choice', name: 'reply', label: '回执', required: true, options: [{ value: 'attend', label: '参加' }, { value: 'leave', label: '请假' }, { value: 'substitute', label: '替会' }] }, // prettier-ignore
          { kind: 'own', name: 'substitute', label: '替会人', help: '选“替会”时填', control: <PersonChoice /> },
          long('reason', '理由', { max: 300, help: '请假、替会时填' }),
        ],
        initial: { reply: 'attend' },
        call: (values) => {
          const substituteId = (values['substitute'] as ChosenPerson | undefined)?.id;
          const reply = (['attend', 'leave', 'substitute'] as const).find((each) => each === values['reply']) ?? 'attend';
          return oa.replyMeeting({
            meetingId,
            reply,
            ...optional(values, 'reason'),
            ...(substituteId && reply === 'substitute' && { substituteId }),
          });
        },
        said: () => '回执已报。',
      };
    case 'minute':
      return {
        ...{ title: '出纪要', submit: '定稿', draftKey: `oa.minutes.${meetingId}`, lead: '定稿后参会人员可以查阅，不能修改。' },
        fields: [long('minutes', '会议纪要', { required: true, max: 50_000 })],
        initial: { minutes: minutesOf(view) },
        call: (values) => oa.minuteMeeting({ meetingId, minutes: wordsIn(values, 'minutes') ?? '' }),
        said: () => '纪要已定稿。',
      };
    case 'cancel':
      return {
        ...{ title: '取消会议', submit: '取消会议', lead: '会议室和议题一并释放，已通知的人员会收到。' },
        fields: [long('reason', '理由', { required: true, max: 300 })],
        call: (values) => oa.cancelMeeting({ meetingId, reason: wordsIn(values, 'reason') ?? '' }),
        said: () => '会议已取消。',
      };
    case 'notify':
      return plain('发通知', `通知 ${view.attendees.length} 人并收回执。`, () => oa.notifyMeeting({ meetingId }), '通知已发出。');
    case 'start':
      return plain('开始会议', '开始后逐项议定议题。', () => oa.startMeeting({ meetingId }), '会议已开始。');
    case 'end':
      return plain('结束会议', '所有议题都有结论后结束。', () => oa.endMeeting({ meetingId }), '会议已结束，请出纪要。');
    case 'archive':
      return plain('归档', '归档后只能查阅。', () => oa.archiveMeeting({ meetingId }), '已归档。');
    case 'urge':
      return plain('催报回执', '催促还没有报回执的人员。', () => oa.urgeReceipts({ meetingId }), '已催报。');
    default:
      throw new Error(`no question is asked before ${act}`);
  }
}

/** 议定: a resolution with a day is supervised from this moment on. */
export const decideQuestion = (view: MeetingView, topicId: string, title: string): Question<MeetingView> => ({
  ...{ title: '议定', submit: '记录', lead: title },
  fields: [
    { kind: 'choice', name: 'outcome', label: '结论', required: true, options: [{ value: 'passed', label: '通过' }, { value: 'amended', label: '修改后通过' }, { value: 'rejected', label: '不予通过' }, { value: 'deferred', label: '缓议' }] }, // prettier-ignore
    long('resolution', '议定事项', { max: 4000 }),
    { kind: 'date', name: 'superviseBy', label: '督办期限', help: '不督办的不填' },
    { kind: 'own', name: 'leader', label: '督办领导', help: '填了期限的必填', control: <PersonChoice /> },
  ],
  initial: { outcome: 'passed' },
  call: (values) => {
    const outcome = (['passed', 'amended', 'rejected', 'deferred'] as const).find((each) => each === values['outcome']) ?? 'passed';
    const leaderId = (values['leader'] as ChosenPerson | undefined)?.id;
    return oa.decideTopic({
      meetingId: view.id,
      topicId,
      outcome,
      ...optional(values, 'resolution'),
      ...optional(values, 'superviseBy'),
      ...(leaderId && { leaderId }),
    });
  },
  said: () => '已记录。',
});

export const proposeQuestion: Question<TopicView> = {
  ...{ title: '申报议题', submit: '送审核', draftKey: 'oa.topic.new', lead: '由办公室审核、领导审定后列入议程。' },
  fields: [
    { kind: 'text', name: 'title', label: '议题', required: true, max: 120 },
    { kind: 'text', name: 'reporter', label: '汇报人', required: true, max: 40 },
    { kind: 'text', name: 'minutes', label: '预计时长（分钟）', required: true, pattern: [/^[1-9]\d{0,2}$/, '填 1 到 240'] },
    long('content', '议题说明', { required: true, max: 8000 }),
  ],
  initial: { minutes: '20' },
  call: (values) =>
    oa.proposeTopic({
      title: wordsIn(values, 'title') ?? '',
      content: wordsIn(values, 'content') ?? '',
      reporter: wordsIn(values, 'reporter') ?? '',
      minutes: Number(values['minutes']),
    }),
  said: ({ number }) => `议题已申报，${number}。`,
};

/** What the minutes begin with: who was there, and what was decided. */
const minutesOf = ({ title, agenda, attendees }: MeetingView): string =>
  [
    `${title}纪要`,
    ...agenda.map(({ title: topic, resolution }, at) => `${at + 1}. ${topic}\n${resolution ?? ''}`),
    `出席：${attendees.filter(({ checkedInAt }) => checkedInAt).map(({ name }) => name).join('、')}`, // prettier-ignore
  ].join('\n\n');
