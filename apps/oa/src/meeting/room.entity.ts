import type { RoomWritten } from '@karez/contracts-oa';
import { Aggregate, newId } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** 会议室. Who has it when is in `room_booking`, where two can never overlap. */
@Entity('room')
export class Room extends Aggregate<Room> {
  @PrimaryColumn('uuid') readonly id!: string;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('uuid') readonly orgId!: string;
  @Column('text') readonly name!: string;
  @Column('text') readonly place!: string;
  @Column('int') readonly capacity!: number;
  @Column('text', { nullable: true }) readonly equipment!: string | null;
  @Column('boolean') readonly open: boolean = true;

  static register(written: RoomWritten, orgId: string): Room {
    const room = new Room();
    room.change({ id: newId(), orgId });
    room.describe(written, true);
    return room;
  }
  describe({ name, place, capacity, equipment }: RoomWritten, open: boolean): void {
    this.change({ name, place, capacity, equipment: equipment ?? null, open });
  }
}
