import { Injectable } from '@nestjs/common';
import type { CreateRoom, RoomView, UpdateRoom } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { roomView } from '../meeting.lists.js';
import { Room } from '../room.entity.js';

/** 登记、修改会议室. */
@Injectable()
export class KeepRoomHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  create(request: CreateRoom, ctx: Ctx): Promise<RoomView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { orgId } = ctx.actor;
      if (!orgId || !(await tx.reaches('oa.room.write', orgId))) throw new DomainError('auth.out_of_scope');
      const room = Room.register(request, orgId);
      await tx.save(room);
      return shown(tx, room);
    });
  }
  update({ roomId, open, ...written }: UpdateRoom, ctx: Ctx): Promise<RoomView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const room = await tx.loadInScope(Room, roomId, 'oa.room.write', (alias) => ({ org: `${alias}.org_id` }));
      room.describe(written, open);
      await tx.save(room);
      return shown(tx, room);
    });
  }
}

async function shown({ manager }: Tx, { id, orgId, name, place, capacity, equipment, open }: Room): Promise<RoomView> {
  const [org] = await manager.query<{ name: string }[]>('select name from org_copy where id = $1', [orgId]);
  return roomView({ id, org_id: orgId, org_name: org?.name, name, place, capacity, equipment, open, mine: true });
}
