import { canMove } from '@karez/contracts-kernel';
import { meetingActs, meetingFlow, type MeetingState, meetingStates, topicFlow, type TopicState, topicStates } from '@karez/contracts-oa';
import { type Actor, newId } from '@karez/kernel';
import { codeEndsAt, codeMs, currentCode, isCode } from './check-in-codes.js';
import { Meeting } from './meeting.entity.js';
import { actsOnMeeting, actsOnTopic, assertMeetingAct, meetingRules } from './meeting.policy.js';
import { Topic } from './topic.entity.js';

const now = new Date('2026-11-24T03:20:00Z');
const by = { orgId: newId(), id: newId(), name: '随云起' };
const plan = { title: '厅务会议', kind: 'executive', startsAt: '2026-11-25T02:00:00Z', endsAt: '2026-11-25T04:00:00Z' } as const;
const meetingIn = (state: MeetingState): Meeting => Object.assign(Meeting.plan(plan, by, now), { state });
const topicIn = (state: TopicState): Topic =>
  Object.assign(Topic.propose({ title: '管护办法', content: '请审议', reporter: '湖望舒', minutes: 20 }, by, '议〔2026〕1号', now), {
    state,
  });

const meetingMoves: Readonly<Record<string, [to: MeetingState, act: (meeting: Meeting) => void]>> = {
  approve: ['approved', (meeting) => meeting.approve()],
  notify: ['notified', (meeting) => meeting.notify([])],
  start: ['running', (meeting) => meeting.start()],
  end: ['ended', (meeting) => meeting.end()],
  minute: ['minuted', (meeting) => meeting.minute('纪要', [])],
  archive: ['archived', (meeting) => meeting.archive()],
  cancel: ['cancelled', (meeting) => meeting.cancel('改期', [])],
};
const meetingTable = Object.entries(meetingMoves).flatMap(([name, [to, act]]) => meetingStates.map((from) => ({ name, from, to, act })));
it.each(meetingTable)('$name of a meeting that is $from', ({ from, to, act }) => {
  const meeting = meetingIn(from);
  if (!canMove(meetingFlow, from, to)) return expect(() => act(meeting)).toThrow('state.move_refused');
  act(meeting);
  expect(meeting.state).toBe(to);
});

const topicMoves: Readonly<Record<string, [to: TopicState, act: (topic: Topic) => void]>> = {
  review: ['reviewed', (topic) => topic.review(true, undefined)],
  return: ['returned', (topic) => topic.review(false, '补依据')],
  approve: ['approved', (topic) => topic.approve(true, undefined)],
  withdraw: ['withdrawn', (topic) => topic.withdraw()],
  decide: ['decided', (topic) => topic.decide('passed', '同意')],
  defer: ['deferred', (topic) => topic.defer()],
};
const topicTable = Object.entries(topicMoves).flatMap(([name, [to, act]]) => topicStates.map((from) => ({ name, from, to, act })));
it.each(topicTable)('$name of a topic that is $from', ({ from, to, act }) => {
  const topic = topicIn(from);
  if (!canMove(topicFlow, from, to)) return expect(() => act(topic)).toThrow('state.move_refused');
  act(topic);
  expect(topic.state).toBe(to);
});
it.each(topicStates)('a topic that is %s is put on an agenda only when it is approved or was put off', (state) => {
  const list = () => topicIn(state).list(newId());
  if (state === 'approved' || state === 'deferred') expect(list).not.toThrow();
  else expect(list).toThrow('oa.meeting.topic_not_ready');
});
it.each(topicStates)('a topic that is %s is edited only before it is reviewed', (state) => {
  const topic = Object.assign(topicIn(state), { version: 1 });
  const edit = () => topic.edit({ title: '新题', content: '新文', reporter: '湖望舒', minutes: 5 }, 1);
  if (state === 'proposed' || state === 'returned') expect(edit).not.toThrow();
  else expect(edit).toThrow('oa.topic.act_refused');
});

it.each(meetingActs)('%s belongs to certain states of a meeting, and is refused in words in every other', (act) => {
  for (const state of meetingStates) {
    const tried = () => assertMeetingAct(state, act);
    if (meetingRules[act].states.includes(state)) expect(tried).not.toThrow();
    else expect(tried).toThrow('oa.meeting.act_refused');
  }
});

describe('what is offered', () => {
  const permissions = ['oa.meeting.read', 'oa.meeting.write', 'oa.meeting.approve'] as const;
  const actor: Actor = { realm: 'staff', id: by.id, name: by.name, grants: [{ permissions, scope: 'unit', orgIds: [by.orgId] }] };
  const nothing = { reached: [], leaveAsked: true, topicsOpen: true } as const;
  it('to a guest: the answer and the check-in, but not to who has sent somebody else', () => {
    expect(actsOnMeeting('notified', { ...nothing, receipt: 'none' }, actor)).toEqual(['reply', 'check_in']);
    expect(actsOnMeeting('notified', { ...nothing, receipt: 'substituted' }, actor)).toEqual([]);
  });
  it('to the desk: what its permissions reach, and what there is to do', () => {
    const desk = { ...nothing, reached: ['oa.meeting.write'] as const, leaveAsked: false };
    expect(actsOnMeeting('notified', desk, actor)).toEqual(['urge', 'show_code', 'start', 'cancel']);
    expect(actsOnMeeting('running', { ...desk, topicsOpen: false }, actor)).toEqual(['show_code', 'end']);
    expect(actsOnMeeting('planned', desk, { ...actor, grants: [] })).toEqual([]);
  });
  it('of a topic: the proposer edits and withdraws, the desk reviews, the leader approves', () => {
    expect(actsOnTopic(topicIn('proposed'), [], actor)).toEqual(['edit', 'withdraw']);
    expect(actsOnTopic(topicIn('proposed'), ['oa.meeting.write'], { ...actor, id: newId() })).toEqual(['review']);
    expect(actsOnTopic(topicIn('reviewed'), ['oa.meeting.approve'], { ...actor, id: newId() })).toEqual(['approve']);
    expect(actsOnTopic(topicIn('listed'), [...permissions], actor)).toEqual([]);
  });
});

describe('the code at the door', () => {
  const secret = Buffer.alloc(32, 7);
  const at = (ms: number): Date => new Date(now.getTime() + ms);
  it('holds for its turn and the next one, for one meeting alone', () => {
    const code = currentCode(secret, now);
    expect(isCode(secret, code, now)).toBe(true);
    expect(isCode(secret, code, at(codeMs))).toBe(true);
    expect(isCode(secret, code, at(2 * codeMs))).toBe(false);
    expect(isCode(secret, code, at(-codeMs))).toBe(false);
    expect(isCode(Buffer.alloc(32, 8), code, now)).toBe(false);
    expect(isCode(secret, '', now)).toBe(false);
    expect(codeEndsAt(now).getTime() - now.getTime()).toBeLessThanOrEqual(codeMs);
  });
});
