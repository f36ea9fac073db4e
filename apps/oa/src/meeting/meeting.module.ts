import { Module } from '@nestjs/common';
import { SupervisionModule } from '../supervision/supervision.module.js';
import { Agenda } from './agenda.js';
import { AttendMeetingHandler } from './commands/attend-meeting.handler.js';
import { HandleTopicHandler } from './commands/handle-topic.handler.js';
import { HoldMeetingHandler } from './commands/hold-meeting.handler.js';
import { KeepRoomHandler } from './commands/keep-room.handler.js';
import { PlanMeetingHandler } from './commands/plan-meeting.handler.js';
import { GuestList } from './guest-list.js';
import { MeetingDesk } from './meeting-desk.js';
import { MeetingHallController } from './meeting-hall.controller.js';
import { MeetingProgramme } from './meeting-programme.js';
import { MeetingReading } from './meeting-reading.js';
import { MeetingTodos } from './meeting-todos.js';
import { MeetingController } from './meeting.controller.js';
import { MeetingLists } from './meeting.lists.js';
import { Proceedings } from './proceedings.js';
import { RoomBookings } from './room-bookings.js';
import { RoomController } from './room.controller.js';
import { TopicDesk } from './topic-desk.js';
import { TopicController } from './topic.controller.js';

const rooms = [
  RoomBookings,
  Agenda,
  GuestList,
  MeetingDesk,
  MeetingTodos,
  MeetingProgramme,
  Proceedings,
  MeetingReading,
  MeetingLists,
  TopicDesk,
];
const commands = [PlanMeetingHandler, AttendMeetingHandler, HoldMeetingHandler, KeepRoomHandler, HandleTopicHandler];

/** 会议管理. A resolution becomes a supervised item. */
@Module({
  imports: [SupervisionModule],
  controllers: [RoomController, TopicController, MeetingController, MeetingHallController],
  providers: [...rooms, ...commands],
})
export class MeetingModule {}
