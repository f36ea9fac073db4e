import { Injectable } from '@nestjs/common';
import { chinaDay, DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { Meeting } from './meeting.entity.js';

interface Clash {
  readonly starts: Date;
  readonly ends: Date;
  readonly who: string;
}
const clock = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);

/** Who has a room when. The constraint of the table is the rule; the look before it only makes the refusal tell who was first. */
@Injectable()
export class RoomBookings {
  /** Books the meeting's room for its time in place of what it had before. @throws DomainError `oa.meeting.room_taken`, `oa.meeting.room_closed`, `not_found` */
  async put(tx: Tx, { id, roomId, startsAt, endsAt }: Meeting): Promise<void> {
    await this.free(tx, id);
    if (!roomId) return;
    // of two who book a room at once the second waits here, and is then told of the first; a stronger lock would meet the ones that the
    // meetings' foreign keys hold, and both would wait for ever
    const [room] = await tx.manager.query<{ open: boolean }[]>('select open from room where id = $1 for no key update', [roomId]);
    if (!room) throw new DomainError('not_found', { id: roomId });
    if (!room.open) throw new DomainError('oa.meeting.room_closed');
    const [clash] = await tx.manager.query<Clash[]>(
      `select lower(during) as starts, upper(during) as ends, coalesce((select name from org_copy where org_copy.id = meeting.org_id), '') as who
       from room_booking booking join meeting on meeting.id = booking.meeting_id
       where booking.room_id = $1 and during && tstzrange($2, $3) limit 1`,
      [roomId, startsAt, endsAt],
    );
    if (clash) {
      const when = `${chinaDay(clash.starts)} ${clock(clash.starts)}–${clock(clash.ends)}`;
      throw new DomainError('oa.meeting.room_taken', { when, who: clash.who });
    }
    await tx.manager.query('insert into room_booking (meeting_id, room_id, during) values ($1, $2, tstzrange($3, $4))', [
      ...[id, roomId, startsAt, endsAt],
    ]);
  }

  async free({ manager }: Tx, meetingId: string): Promise<void> {
    await manager.query('delete from room_booking where meeting_id = $1', [meetingId]);
  }
}
