import { OrgChanged, PersonChanged } from '@karez/contracts-identity';
import type { EventEnvelope, Operation, Permission } from '@karez/contracts-kernel';
import {
  type CreateMeeting,
  meetingApi as api,
  type MeetingView,
  type RoomView,
  supervisionApi,
  type TopicView,
} from '@karez/contracts-oa';
import { newId } from '@karez/kernel';
import { OrgCopy } from '@karez/service';
import { currentCode } from '../src/meeting/check-in-codes.js';
import { PersonCopy } from '../src/people/person-copy.reaction.js';
import { type Caller, OaUnderTest } from './oa-under-test.js';

let oa: OaUnderTest;
const [department, office, river] = [newId(), newId(), newId()];
let secretary: Caller, leader: Caller, clerk: Caller, colleague: Caller, outsider: Caller;
const running: Permission[] = ['oa.meeting.read', 'oa.meeting.write', 'oa.room.write', 'oa.supervision.read'];

beforeAll(async () => {
  oa = await OaUnderTest.start();
  const bodies = [[department, '水利厅', 'department', null], [office, '办公室', 'office', department], [river, '河湖处', 'office', department]] as const; // prettier-ignore
  for (const [id, name, kind, parent] of bodies)
    await oa.database.transaction((manager) =>
      oa.service.app
        .get(OrgCopy)
        .keep({ data: new OrgChanged(id, name, kind as never, null, parent, null) } as EventEnvelope<OrgChanged>, { manager }),
    );
  secretary = await oa.caller({ permissions: running, scope: 'listed', orgIds: [office, department] }, office);
  leader = await oa.caller({ permissions: ['oa.meeting.read', 'oa.meeting.approve'], scope: 'unit_and_below' }, department);
  clerk = await oa.caller({ permissions: ['oa.meeting.read'] }, river);
  colleague = await oa.caller({ permissions: ['oa.meeting.read'] }, river);
  outsider = await oa.caller({ permissions: [...running, 'oa.meeting.approve'] });
  for (const [{ actor }, orgId, name] of [
    [secretary, office, '随云起'],
    [leader, department, '高远山'],
    [clerk, river, '湖望舒'],
    [colleague, river, '岸听潮'],
  ] as const) {
    // prettier-ignore
    const data = new PersonChanged(actor.id, name, 'active').with({ posts: [{ orgId, title: '岗', primary: true }] });
    await oa.database.transaction((manager) => oa.service.app.get(PersonCopy).keep({ data } as EventEnvelope<PersonChanged>, { manager }));
  }
}, 60_000);
afterAll(() => oa.stop());

const call = <Req extends object, Res extends object>(operation: Operation<Req, Res>, request: Req, as: Caller): Promise<Res> =>
  oa.call(operation, request, { as });
let hour = 24;
/** Every meeting of these tests has a time of its own, unless it is about two that meet. */
const times = (from = (hour += 4)): { startsAt: string; endsAt: string } => ({
  startsAt: new Date(Date.now() + from * 3_600_000).toISOString(),
  endsAt: new Date(Date.now() + (from + 2) * 3_600_000).toISOString(),
});
let serial = 0;
const room = (): Promise<RoomView> => call(api.createRoom, { name: `会议室${(serial += 1)}`, place: '三楼', capacity: 30 }, secretary);
const plan = (over: Partial<CreateMeeting> = {}): Promise<MeetingView> =>
  call(
    api.createMeeting,
    {
      ...{ title: '第 22 次厅务会议', kind: 'executive', place: '一楼会议厅', topicIds: [], ...times() },
      attendees: [{ personId: leader.actor.id, role: 'host' }, { personId: clerk.actor.id, role: 'attend' }], // prettier-ignore
      ...over,
    },
    secretary,
  );
const notified = async (over: Partial<CreateMeeting> = {}): Promise<string> => {
  const { id: meetingId } = await plan(over);
  await call(api.approveMeeting, { meetingId, decision: 'pass' }, leader);
  await call(api.notifyMeeting, { meetingId }, secretary);
  return meetingId;
};
const approvedTopic = async (title = '水利工程运行管护办法'): Promise<TopicView> => {
  const { id: topicId } = await call(api.proposeTopic, { title, content: '请审议。', reporter: '湖望舒', minutes: 20 }, clerk);
  await call(api.reviewTopic, { topicId, decision: 'pass' }, secretary);
  return call(api.approveTopic, { topicId, decision: 'pass' }, leader);
};
const open = (subjectId: string) =>
  oa.database.query<{ step: string; holder: string }[]>(
    `select step, coalesce(person_id, org_id) as holder from todo where subject_id = $1 and state = 'open' order by step, holder`,
    [subjectId],
  );

describe('a topic', () => {
  it('is proposed, returned, proposed anew, reviewed, approved, and always on somebody’s desk', async () => {
    const proposed = await call(api.proposeTopic, { title: '节水条例', content: '请审议。', reporter: '湖望舒', minutes: 30 }, clerk);
    expect([proposed.number, proposed.acts]).toEqual([expect.stringMatching(/^议〔\d{4}〕\d+号$/), ['edit', 'withdraw']]);
    const topicId = proposed.id;
    expect(await open(topicId)).toEqual([{ step: 'proposed', holder: department }]);
    const back = await call(api.reviewTopic, { topicId, decision: 'return', opinion: '请补依据。' }, secretary);
    expect([back.state, back.opinion]).toEqual(['returned', '请补依据。']);
    expect(await open(topicId)).toEqual([{ step: 'returned', holder: clerk.actor.id }]);
    const written = { title: '节水条例', content: '依据已补。', reporter: '湖望舒', minutes: 30 };
    await expect(call(api.updateTopic, { topicId, ...written, version: 1 }, clerk)).rejects.toMatchObject({
      code: 'state.version_changed',
    });
    const { version } = await call(api.getTopic, { topicId }, clerk);
    await call(api.updateTopic, { topicId, ...written, version }, clerk);
    await call(api.reviewTopic, { topicId, decision: 'pass' }, secretary);
    expect(await open(topicId)).toEqual([{ step: 'reviewed', holder: department }]);
    await call(api.approveTopic, { topicId, decision: 'pass' }, leader);
    expect(await open(topicId)).toEqual([]);
    await expect(call(api.reviewTopic, { topicId, decision: 'pass' }, secretary)).rejects.toMatchObject({ code: 'oa.topic.act_refused' });
  });

  it('is withdrawn by its proposer alone', async () => {
    const { id: topicId } = await approvedTopic('撤回的');
    await expect(call(api.withdrawTopic, { topicId }, colleague)).rejects.toMatchObject({ code: 'auth.out_of_scope' });
    expect(await call(api.withdrawTopic, { topicId }, clerk)).toMatchObject({ state: 'withdrawn' });
    await expect(call(api.withdrawTopic, { topicId }, clerk)).rejects.toMatchObject({ code: 'oa.topic.act_refused' });
  });
});

describe('a room', () => {
  it('is never booked twice: of thirty who want it at once one gets it, the others learn who was first', async () => {
    const { id: roomId } = await room();
    const when = times();
    const tries = await Promise.allSettled(Array.from({ length: 30 }, () => plan({ roomId, ...when })));
    const won = tries.filter(({ status }) => status === 'fulfilled');
    const lost = tries.flatMap((each) =>
      each.status === 'rejected' ? [each.reason as { code: string; params: Record<string, string> }] : [],
    );
    expect(won).toHaveLength(1);
    expect(lost.map(({ code }) => code)).toEqual(Array(29).fill('oa.meeting.room_taken'));
    expect(lost[0]!.params['who']).toBe('办公室');
    expect(await oa.database.query('select 1 from room_booking where room_id = $1', [roomId])).toHaveLength(1);
  });

  it('cannot be booked twice behind the back of the service either', async () => {
    const { id: roomId } = await room();
    const { id: meetingId, startsAt, endsAt } = await plan({ roomId });
    const other = await plan();
    const insert = `insert into room_booking (meeting_id, room_id, during) values ($1, $2, tstzrange($3, $4))`;
    await expect(oa.database.query(insert, [other.id, roomId, startsAt, endsAt])).rejects.toMatchObject({ code: '23P01' });
    // the next meeting may begin when this one ends
    await plan({ roomId, startsAt: endsAt, endsAt: new Date(Date.parse(endsAt) + 3_600_000).toISOString() });
    await call(api.cancelMeeting, { meetingId, reason: '改期' }, secretary);
    await plan({ roomId, startsAt, endsAt });
  });

  it('takes no new booking when it is closed, and shows outsiders only that it is taken', async () => {
    const made = await room();
    const { id: roomId, name, place, capacity } = made;
    const when = times();
    await plan({ roomId, ...when });
    await call(api.updateRoom, { roomId, name, place, capacity, open: false }, secretary);
    await expect(plan({ roomId })).rejects.toMatchObject({ code: 'oa.meeting.room_closed' });
    const day = when.startsAt.slice(0, 10);
    const range = { from: day, to: new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10) };
    const seen = async (as: Caller) => (await call(api.listBookings, range, as)).items.find((each) => each.roomId === roomId);
    expect(await seen(secretary)).toMatchObject({ title: '第 22 次厅务会议' });
    expect(await seen(outsider)).not.toHaveProperty('title');
    await expect(call(api.listBookings, { from: day, to: '2036-01-01' }, clerk)).rejects.toMatchObject({ code: 'oa.bookings.too_long' });
  });
});

describe('a meeting', () => {
  it('goes its whole way: agenda, answers, check-in, resolutions, a supervised item, minutes', async () => {
    const [first, second] = [await approvedTopic('甲题'), await approvedTopic('乙题')];
    const meetingId = await notified({ topicIds: [first.id, second.id] });
    expect(await open(meetingId)).toHaveLength(2);
    await call(api.replyMeeting, { meetingId, reply: 'attend' }, clerk);
    await oa.database.query(
      `update meeting set starts_at = now() + interval '10 minutes', ends_at = now() + interval '2 hours' where id = $1`,
      [meetingId],
    );
    const { code, url } = await call(api.getCheckInCode, { meetingId }, secretary);
    expect(url).toBe(`https://karez.example/office/oa/meetings/${meetingId}/check-in?code=${code}`);
    await call(api.checkIn, { meetingId, code }, clerk);
    const again = await call(api.checkIn, { meetingId, code }, clerk);
    expect(again.attendees.filter(({ checkedInAt }) => checkedInAt)).toHaveLength(1);
    await call(api.startMeeting, { meetingId }, secretary);
    await expect(call(api.endMeeting, { meetingId }, secretary)).rejects.toMatchObject({
      code: 'oa.meeting.topics_open',
      params: { count: 2 },
    });
    const superviseBy = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    const decided = await call(
      api.decideTopic,
      {
        meetingId,
        topicId: first.id,
        outcome: 'passed',
        resolution: '原则同意，由河湖处修改后印发。',
        superviseBy,
        leaderId: leader.actor.id,
      },
      secretary,
    );
    const supervisionId = decided.agenda[0]!.supervisionId!;
    expect(await call(supervisionApi.getSupervision, { itemId: supervisionId }, secretary)).toMatchObject({
      ...{ title: '甲题', source: 'meeting', sourceHref: `/oa/meetings/${meetingId}`, state: 'registered' },
    });
    const twice = call(api.decideTopic, { meetingId, topicId: first.id, outcome: 'rejected' }, secretary);
    await expect(twice).rejects.toMatchObject({ code: 'oa.meeting.topic_decided' });
    await call(api.decideTopic, { meetingId, topicId: second.id, outcome: 'deferred' }, secretary);
    await call(api.endMeeting, { meetingId }, secretary);
    expect(await open(meetingId)).toEqual([{ step: 'minute', holder: secretary.actor.id }]);
    await call(api.minuteMeeting, { meetingId, minutes: '会议议定……' }, secretary);
    expect(await call(api.archiveMeeting, { meetingId }, secretary)).toMatchObject({ state: 'archived', acts: [] });
    const putOff = await call(api.getTopic, { topicId: second.id }, clerk);
    expect(putOff).toMatchObject({ state: 'deferred', number: second.number });
    const next = await plan({ topicIds: [second.id] });
    expect(next.agenda).toMatchObject([{ number: second.number }]);
  });

  it('is told of leave and of who comes instead', async () => {
    const meetingId = await notified();
    const reply = (as: Caller, request: object) => call(api.replyMeeting, { meetingId, ...request } as never, as);
    await expect(reply(clerk, { reply: 'leave' })).rejects.toMatchObject({ code: 'oa.meeting.reason_needed' });
    await expect(reply(clerk, { reply: 'substitute', reason: '出差' })).rejects.toMatchObject({ code: 'oa.meeting.substitute_needed' });
    const elsewhere = reply(clerk, { reply: 'substitute', reason: '出差', substituteId: secretary.actor.id });
    await expect(elsewhere).rejects.toMatchObject({ code: 'oa.person.not_there' });
    const { attendees } = await reply(clerk, { reply: 'substitute', reason: '出差', substituteId: colleague.actor.id });
    expect(attendees).toMatchObject([{ name: '高远山' }, { name: '岸听潮', receipt: 'attend', standsInForName: '湖望舒' }, { name: '湖望舒', receipt: 'substituted', substituteName: '岸听潮' }].sort((one, other) => (one.name < other.name ? 0 : 0))); // prettier-ignore
    await reply(leader, { reply: 'leave', reason: '外出调研' });
    expect(await open(meetingId)).toEqual([{ step: 'leave', holder: secretary.actor.id }]);
    const decide = () => call(api.decideLeave, { meetingId, personId: leader.actor.id, grant: true }, secretary);
    expect((await decide()).attendees.find(({ personId }) => personId === leader.actor.id)).toMatchObject({ receipt: 'leave_granted' });
    await expect(decide()).rejects.toMatchObject({ code: 'oa.meeting.leave_decided' });
    expect(await open(meetingId)).toEqual([]);
  });

  it('is checked in to with the picture at the door alone, and not before its time', async () => {
    const meetingId = await notified();
    const [{ code_secret }] = await oa.database.query<[{ code_secret: Buffer }]>('select code_secret from meeting where id = $1', [
      meetingId,
    ]);
    const checkIn = (code: string) => call(api.checkIn, { meetingId, code }, clerk);
    await expect(checkIn(currentCode(code_secret, new Date()))).rejects.toMatchObject({ code: 'oa.meeting.not_open' });
    await oa.database.query(`update meeting set starts_at = now() + interval '5 minutes' where id = $1`, [meetingId]);
    await expect(checkIn('AAAAAAAAAAAAAAAAAAAAAA')).rejects.toMatchObject({ code: 'oa.meeting.code_wrong' });
    await expect(checkIn(currentCode(code_secret, new Date(Date.now() - 11 * 60_000)))).rejects.toMatchObject({
      code: 'oa.meeting.code_wrong',
    });
    await checkIn(currentCode(code_secret, new Date(Date.now() - 5 * 60_000)));
  });

  it('is approved anew when its plan changes, and gives topics and room back when it is cancelled', async () => {
    const topic = await approvedTopic('改期的');
    const { id: meetingId, version } = await plan({ topicIds: [topic.id] });
    await call(api.approveMeeting, { meetingId, decision: 'pass' }, leader);
    const written = {
      title: '改期',
      kind: 'special' as const,
      place: '二楼',
      topicIds: [topic.id],
      attendees: [{ personId: clerk.actor.id, role: 'attend' as const }],
    };
    const stale = call(api.updateMeeting, { meetingId, version, ...written, ...times() }, secretary);
    await expect(stale).rejects.toMatchObject({ code: 'state.version_changed' });
    const fresh = await call(api.getMeeting, { meetingId }, secretary);
    expect(await call(api.updateMeeting, { meetingId, version: fresh.version, ...written, ...times() }, secretary)).toMatchObject({
      state: 'planned',
    });
    await call(api.cancelMeeting, { meetingId, reason: '并入下次' }, secretary);
    expect(await call(api.getTopic, { topicId: topic.id }, clerk)).toMatchObject({ state: 'approved' });
    expect(await open(meetingId)).toEqual([]);
  });

  it('refuses times that cannot be, guests that are nobody or twice, topics that are not ready', async () => {
    const { startsAt } = times();
    await expect(plan({ startsAt, endsAt: startsAt })).rejects.toMatchObject({ code: 'oa.meeting.times_wrong' });
    await expect(plan(times(-3))).rejects.toMatchObject({ code: 'oa.meeting.past' });
    await expect(plan({ attendees: [] })).rejects.toMatchObject({ code: 'oa.meeting.nobody' });
    const guest = { personId: clerk.actor.id, role: 'attend' as const };
    await expect(plan({ attendees: [guest, guest] })).rejects.toMatchObject({ code: 'oa.meeting.person_twice' });
    const { id } = await call(api.proposeTopic, { title: '未审', content: '未审', reporter: '湖望舒', minutes: 5 }, clerk);
    await expect(plan({ topicIds: [id] })).rejects.toMatchObject({ code: 'oa.meeting.topic_not_ready' });
  });

  it('tells who is invited elsewhere at the same time', async () => {
    const when = times();
    await notified(when);
    const { attendees } = await plan({ title: '同时的会', ...when });
    expect(attendees[1]).toMatchObject({ clash: '第 22 次厅务会议' });
  });

  it('is seen by its guests once the notice is out, and by nobody else', async () => {
    const { id: meetingId } = await plan();
    await expect(call(api.getMeeting, { meetingId }, clerk)).rejects.toMatchObject({ code: 'not_found' });
    await call(api.approveMeeting, { meetingId, decision: 'pass' }, leader);
    await call(api.notifyMeeting, { meetingId }, secretary);
    expect((await call(api.getMeeting, { meetingId }, clerk)).acts).toEqual(['reply', 'check_in']);
    expect((await call(api.listMeetings, { tab: 'mine' }, clerk)).items.map(({ id }) => id)).toContain(meetingId);
    await expect(call(api.getMeeting, { meetingId }, colleague)).rejects.toMatchObject({ code: 'not_found' });
    expect((await call(api.listMeetings, {}, outsider)).items).toEqual([]);
  });
});

describe('access', () => {
  let meetingId: string, topicId: string, roomId: string;
  beforeAll(async () => {
    topicId = (await approvedTopic('权限')).id;
    roomId = (await room()).id;
    meetingId = await notified({ topicIds: [topicId] });
  });
  const calls: Record<string, (as: Caller) => Promise<object>> = {
    createMeeting: (as) => call(api.createMeeting, { title: '越权', kind: 'special', topicIds: [], attendees: [], ...times() }, as),
    getMeeting: (as) => call(api.getMeeting, { meetingId }, as),
    updateMeeting: (as) => call(api.updateMeeting, { meetingId, version: 1, title: '越权', kind: 'special', topicIds: [], attendees: [], ...times() }, as), // prettier-ignore
    approveMeeting: (as) => call(api.approveMeeting, { meetingId, decision: 'pass' }, as),
    notifyMeeting: (as) => call(api.notifyMeeting, { meetingId }, as),
    cancelMeeting: (as) => call(api.cancelMeeting, { meetingId, reason: '越权' }, as),
    replyMeeting: (as) => call(api.replyMeeting, { meetingId, reply: 'attend' }, as),
    decideLeave: (as) => call(api.decideLeave, { meetingId, personId: clerk.actor.id, grant: true }, as),
    urgeReceipts: (as) => call(api.urgeReceipts, { meetingId }, as),
    getCheckInCode: (as) => call(api.getCheckInCode, { meetingId }, as),
    checkIn: (as) => call(api.checkIn, { meetingId, code: 'AAAAAAAA' }, as),
    startMeeting: (as) => call(api.startMeeting, { meetingId }, as),
    decideTopic: (as) => call(api.decideTopic, { meetingId, topicId, outcome: 'passed' }, as),
    endMeeting: (as) => call(api.endMeeting, { meetingId }, as),
    minuteMeeting: (as) => call(api.minuteMeeting, { meetingId, minutes: '越权' }, as),
    archiveMeeting: (as) => call(api.archiveMeeting, { meetingId }, as),
    getTopic: (as) => call(api.getTopic, { topicId }, as),
    updateTopic: (as) => call(api.updateTopic, { topicId, version: 1, title: '越权', content: '越权', reporter: '越权', minutes: 1 }, as),
    reviewTopic: (as) => call(api.reviewTopic, { topicId, decision: 'pass' }, as),
    approveTopic: (as) => call(api.approveTopic, { topicId, decision: 'pass' }, as),
    withdrawTopic: (as) => call(api.withdrawTopic, { topicId }, as),
    updateRoom: (as) => call(api.updateRoom, { roomId, name: '越权', place: '越权', capacity: 1, open: true }, as),
  };
  const everywhere: Record<string, (as: Caller) => Promise<object>> = {
    listMeetings: (as) => call(api.listMeetings, {}, as),
    listTopics: (as) => call(api.listTopics, {}, as),
    listRooms: (as) => call(api.listRooms, {}, as),
    listBookings: (as) => call(api.listBookings, { from: '2026-01-01', to: '2026-01-02' }, as),
    createRoom: (as) => call(api.createRoom, { name: '越权', place: '越权', capacity: 1 }, as),
    proposeTopic: (as) => call(api.proposeTopic, { title: '越权', content: '越权', reporter: '越权', minutes: 1 }, as),
  };
  it.each([...Object.keys(calls), ...Object.keys(everywhere)])('%s refuses a caller without the permission', async (name) => {
    await expect((calls[name] ?? everywhere[name])!(await oa.caller())).rejects.toMatchObject({ code: 'auth.forbidden' });
  });
  it.each(Object.keys(calls).filter((name) => name !== 'createMeeting'))('%s knows nothing of another house’s', async (name) => {
    await expect(calls[name]!(outsider)).rejects.toMatchObject({ code: 'not_found' });
  });
  it.each(['approveMeeting', 'notifyMeeting', 'cancelMeeting', 'startMeeting', 'decideTopic', 'getCheckInCode'])(
    '%s is not for a guest who holds the permission elsewhere',
    async (name) => {
      const grants = [{ permissions: [...running, 'oa.meeting.approve' as const], scope: 'unit' as const, orgIds: [newId()] }];
      const guest = await oa.callerWith({ ...clerk.actor, grants });
      await expect(calls[name]!(guest)).rejects.toMatchObject({ code: 'auth.out_of_scope' });
    },
  );
  it('answers for nobody who is not invited', async () => {
    await expect(calls['replyMeeting']!(secretary)).rejects.toMatchObject({ code: 'oa.meeting.not_invited' });
    await expect(calls['checkIn']!(secretary)).rejects.toMatchObject({ code: 'oa.meeting.not_invited' });
  });
});
