import { command, defineApi, pageOf, query } from '@karez/contracts-kernel';
import * as meeting from './meeting.js';
import * as room from './room.js';
import * as topic from './topic.js';

const read = { version: 1, needs: 'oa.meeting.read' } as const;
const run = { version: 1, needs: 'oa.meeting.write', response: meeting.MeetingView } as const;
const own = { version: 1, needs: 'oa.meeting.read', response: meeting.MeetingView } as const;
const at = 'POST /oa/meetings/:meetingId' as const;

export const roomApi = defineApi('oa', {
  listRooms: query({ ...read, http: 'GET /oa/rooms', request: room.ListRooms, response: pageOf(room.RoomView), summary: '会议室' }),
  listBookings: query({
    ...read,
    http: 'GET /oa/room-bookings',
    request: room.ListBookings,
    response: room.Bookings,
    summary: '会议室占用',
  }),
  createRoom: command({
    ...{ version: 1, needs: 'oa.room.write', http: 'POST /oa/rooms', status: 201 },
    ...{ request: room.CreateRoom, response: room.RoomView, summary: '登记会议室' },
  }),
  updateRoom: command({
    ...{ version: 1, needs: 'oa.room.write', http: 'POST /oa/rooms/:roomId' },
    ...{ request: room.UpdateRoom, response: room.RoomView, summary: '修改会议室' },
  }),
});

const topicAct = { version: 1, response: topic.TopicView } as const;
export const topicApi = defineApi('oa', {
  listTopics: query({ ...read, http: 'GET /oa/topics', request: topic.ListTopics, response: pageOf(topic.TopicRow), summary: '议题' }),
  getTopic: query({ ...read, http: 'GET /oa/topics/:topicId', request: topic.TopicOf, response: topic.TopicView, summary: '议题详情' }),
  proposeTopic: command({
    ...{ ...topicAct, needs: 'oa.meeting.read', http: 'POST /oa/topics', status: 201 },
    ...{ request: topic.ProposeTopic, summary: '申报议题' },
  }),
  updateTopic: command({
    ...{ ...topicAct, needs: 'oa.meeting.read', http: 'POST /oa/topics/:topicId' },
    ...{ request: topic.UpdateTopic, summary: '修改议题' },
  }),
  reviewTopic: command({
    ...{ ...topicAct, needs: 'oa.meeting.write', http: 'POST /oa/topics/:topicId/review' },
    ...{ request: topic.JudgeTopic, summary: '审核议题' },
  }),
  approveTopic: command({
    ...{ ...topicAct, needs: 'oa.meeting.approve', http: 'POST /oa/topics/:topicId/approve' },
    ...{ request: topic.JudgeTopic, summary: '审定议题' },
  }),
  withdrawTopic: command({
    ...{ ...topicAct, needs: 'oa.meeting.read', http: 'POST /oa/topics/:topicId/withdraw' },
    ...{ request: topic.TopicOf, summary: '撤回议题' },
  }),
});

/** What the body that holds a meeting does. */
export const meetingDeskApi = defineApi('oa', {
  listMeetings: query({
    ...read,
    http: 'GET /oa/meetings',
    request: meeting.ListMeetings,
    response: pageOf(meeting.MeetingRow),
    summary: '会议',
  }),
  getMeeting: query({
    ...read,
    http: 'GET /oa/meetings/:meetingId',
    request: meeting.MeetingOf,
    response: meeting.MeetingView,
    summary: '会议详情',
  }),
  createMeeting: command({ ...run, http: 'POST /oa/meetings', status: 201, request: meeting.CreateMeeting, summary: '安排会议' }),
  updateMeeting: command({ ...run, http: at, request: meeting.UpdateMeeting, summary: '修改会议安排' }),
  approveMeeting: command({
    ...run,
    needs: 'oa.meeting.approve',
    http: `${at}/approve`,
    request: meeting.ApproveMeeting,
    summary: '审批会议',
  }),
  notifyMeeting: command({ ...run, http: `${at}/notify`, request: meeting.MeetingOf, summary: '发会议通知' }),
  cancelMeeting: command({ ...run, http: `${at}/cancel`, request: meeting.CancelMeeting, summary: '取消会议' }),
});
/** From the notice to the minutes. */
export const meetingHallApi = defineApi('oa', {
  replyMeeting: command({ ...own, http: `${at}/reply`, request: meeting.ReplyMeeting, summary: '会议回执' }),
  decideLeave: command({ ...run, http: `${at}/leave`, request: meeting.DecideLeave, summary: '审批会议请假' }),
  urgeReceipts: command({ ...run, http: `${at}/urge`, request: meeting.MeetingOf, summary: '催报回执' }),
  getCheckInCode: query({
    ...{ version: 1, needs: 'oa.meeting.write', http: 'GET /oa/meetings/:meetingId/check-in-code' },
    ...{ request: meeting.MeetingOf, response: meeting.CheckInCode, summary: '签到码' },
  }),
  checkIn: command({ ...own, http: `${at}/check-in`, request: meeting.CheckIn, summary: '会议签到' }),
  startMeeting: command({ ...run, http: `${at}/start`, request: meeting.MeetingOf, summary: '开始会议' }),
  decideTopic: command({ ...run, http: `${at}/topics/:topicId`, request: meeting.DecideTopic, summary: '议定议题' }),
  endMeeting: command({ ...run, http: `${at}/end`, request: meeting.MeetingOf, summary: '结束会议' }),
  minuteMeeting: command({ ...run, http: `${at}/minutes`, request: meeting.MinuteMeeting, summary: '形成会议纪要' }),
  archiveMeeting: command({ ...run, http: `${at}/archive`, request: meeting.MeetingOf, summary: '会议归档' }),
});
export const meetingApi = { ...roomApi, ...topicApi, ...meetingDeskApi, ...meetingHallApi };
