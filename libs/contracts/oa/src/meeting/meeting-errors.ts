import { defineErrors } from '@karez/contracts-kernel';

export const meetingErrors = defineErrors({
  'oa.meeting.room_taken': {
    status: 409,
    zh: '会议室在这段时间已被占用（{when}，{who}）。请改时间或换会议室。',
    en: 'The room is taken then ({when}, {who}).',
  },
  'oa.meeting.room_closed': { status: 409, zh: '该会议室已停用。', en: 'That room is closed.' },
  'oa.meeting.times_wrong': {
    status: 422,
    zh: '结束时间须晚于开始时间，且不超过三天。',
    en: 'It must end after it begins, within three days.',
  },
  'oa.meeting.past': { status: 422, zh: '开始时间已过。', en: 'That time has passed.' },
  'oa.meeting.nobody': { status: 422, zh: '请至少选择一名参会人员。', en: 'Nobody is invited.' },
  'oa.meeting.person_twice': { status: 422, zh: '{name}被选了两次。', en: '{name} is chosen twice.' },
  'oa.meeting.topic_not_ready': { status: 409, zh: '议题“{title}”现为“{state}”，不能列入议程。', en: 'Topic "{title}" is {state}.' },
  'oa.meeting.topics_open': {
    status: 409,
    zh: '还有 {count} 个议题没有结论，请先逐项议定或缓议。',
    en: '{count} topics are not decided yet.',
  },
  'oa.meeting.topic_decided': { status: 409, zh: '该议题已有结论。', en: 'That topic is decided already.' },
  'oa.meeting.act_refused': { status: 409, zh: '会议现为“{state}”，不能这样办理。', en: 'The meeting is {state} now.' },
  'oa.meeting.not_invited': { status: 403, zh: '您不在参会人员名单内。', en: 'You are not invited.' },
  'oa.meeting.reason_needed': { status: 422, zh: '请写明理由。', en: 'Say why.' },
  'oa.meeting.substitute_needed': { status: 422, zh: '请选择本单位的替会人。', en: 'Choose who comes in your place.' },
  'oa.meeting.substitute_invited': { status: 409, zh: '{name}本已参会，不能替会。', en: '{name} is invited already.' },
  'oa.meeting.leave_decided': { status: 409, zh: '没有等待决定的请假。', en: 'No leave waits for a decision.' },
  'oa.meeting.code_wrong': { status: 403, zh: '签到码已更新，请重新扫码。', en: 'The code has changed; scan again.' },
  'oa.meeting.not_open': { status: 409, zh: '开会前三十分钟起才能签到。', en: 'Checking in begins half an hour before.' },
  'oa.topic.act_refused': { status: 409, zh: '议题现为“{state}”，不能这样办理。', en: 'The topic is {state} now.' },
  'oa.bookings.too_long': { status: 422, zh: '一次最多查看一个月。', en: 'At most a month at once.' },
});
