import { Controller } from '@nestjs/common';
import type { Page } from '@karez/contracts-kernel';
import type * as contract from '@karez/contracts-oa';
import { roomApi } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { MeetingLists } from './meeting.lists.js';
import { KeepRoomHandler } from './commands/keep-room.handler.js';

/** 会议室. */
@Controller()
export class RoomController implements Handlers<typeof roomApi> {
  constructor(
    private readonly lists: MeetingLists,
    private readonly keeping: KeepRoomHandler,
  ) {}

  @Handles(roomApi.listRooms)
  listRooms(request: contract.ListRooms, ctx: Ctx): Promise<Page<contract.RoomView>> {
    return this.lists.rooms(request, ctx);
  }
  @Handles(roomApi.listBookings)
  listBookings(request: contract.ListBookings, ctx: Ctx): Promise<contract.Bookings> {
    return this.lists.bookings(request, ctx);
  }
  @Handles(roomApi.createRoom)
  createRoom(request: contract.CreateRoom, ctx: Ctx): Promise<contract.RoomView> {
    return this.keeping.create(request, ctx);
  }
  @Handles(roomApi.updateRoom)
  updateRoom(request: contract.UpdateRoom, ctx: Ctx): Promise<contract.RoomView> {
    return this.keeping.update(request, ctx);
  }
}
