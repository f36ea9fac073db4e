import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { Page } from '@karez/contracts-kernel';
import type { Bookings, BookingView, ListBookings, ListMeetings, ListRooms, MeetingRow, RoomView } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { meetingScope } from './meeting-desk.js';
import { Meeting } from './meeting.entity.js';
import { Room } from './room.entity.js';

const meetingOrder = (direction: Order['direction']): Order => ({
  by: [{ sql: 'meeting.starts_at', cast: 'timestamptz' }, { sql: 'meeting.id', cast: 'uuid' }], // prettier-ignore
  direction,
});
const orders: Readonly<Record<NonNullable<ListMeetings['sort']>, Order>> = { '-starts': meetingOrder('desc'), starts: meetingOrder('asc') };
const rooms: Readonly<Record<string, Order>> = {
  name: { by: [{ sql: 'room.name', cast: 'text' }, { sql: 'room.id', cast: 'uuid' }], direction: 'asc' }, // prettier-ignore
};

/** Meetings and rooms as their readers find them. */
@Injectable()
export class MeetingLists {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  meetings(request: ListMeetings, { actor }: Ctx): Promise<Page<MeetingRow>> {
    const { sql, params } = meetingScope(actor);
    const query = this.source.createQueryBuilder(Meeting, 'meeting').select([]).where(sql, params);
    for (const column of ['id', 'title', 'kind', 'state', 'starts_at', 'ends_at', 'place', 'org_id'])
      query.addSelect(`meeting.${column}`, column);
    query
      .addSelect('(select name from room where room.id = meeting.room_id)', 'room')
      .addSelect('(select name from org_copy where org_copy.id = meeting.org_id)', 'org_name')
      .addSelect(
        '(select receipt from meeting_attendee mine where mine.meeting_id = meeting.id and mine.person_id = :readerId)',
        'receipt',
      );
    const { tab, state, from, to } = request;
    if (tab === 'mine')
      query.andWhere('exists (select 1 from meeting_attendee me where me.meeting_id = meeting.id and me.person_id = :readerId)');
    if (tab === 'run') {
      const run = scopeSql(actor, 'oa.meeting.write', { org: 'meeting.org_id', name: 'desk' });
      query.andWhere(run.sql, run.params);
    }
    if (state) query.andWhere('meeting.state = :state', { state });
    if (from) query.andWhere('meeting.ends_at > :from', { from });
    if (to) query.andWhere('meeting.starts_at < :to', { to });
    return keysetPage(query, request, { orders, view: meetingRow });
  }

  async rooms(request: ListRooms, { actor }: Ctx): Promise<Page<RoomView>> {
    const write = scopeSql(actor, 'oa.room.write', { org: 'room.org_id' });
    const query = this.source.createQueryBuilder(Room, 'room').select([]).setParameters(write.params);
    for (const column of ['id', 'org_id', 'name', 'place', 'capacity', 'equipment', 'open']) query.addSelect(`room.${column}`, column);
    query.addSelect('(select name from org_copy where org_copy.id = room.org_id)', 'org_name').addSelect(write.sql, 'mine');
    return keysetPage(query, request, { orders: rooms, view: roomView });
  }

  /** @throws DomainError `oa.bookings.too_long` */
  async bookings({ from, to }: ListBookings, { actor }: Ctx): Promise<Bookings> {
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    if (!(days >= 0 && days <= 31)) throw new DomainError('oa.bookings.too_long');
    const { sql, params } = meetingScope(actor);
    const rows = await this.source
      .createQueryBuilder(Meeting, 'meeting')
      .select([
        'booking.room_id as "roomId"',
        'meeting.id as "meetingId"',
        'meeting.starts_at as "startsAt"',
        'meeting.ends_at as "endsAt"',
      ])
      .addSelect(`case when ${sql} then meeting.title end`, 'title')
      .addSelect(`coalesce((select name from org_copy where org_copy.id = meeting.org_id), '')`, 'orgName')
      .innerJoin('room_booking', 'booking', 'booking.meeting_id = meeting.id')
      .where(
        `booking.during && tstzrange((:from || 'T00:00:00+08:00')::timestamptz, (:to || 'T00:00:00+08:00')::timestamptz + interval '1 day')`,
        { from, to },
      ) // prettier-ignore
      .setParameters(params)
      .orderBy('meeting.starts_at')
      .limit(2000)
      .getRawMany<Omit<BookingView, 'startsAt' | 'endsAt' | 'title'> & { startsAt: Date; endsAt: Date; title: string | null }>();
    return {
      items: rows.map(({ startsAt, endsAt, title, ...row }) => ({
        ...{ ...row, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
        ...(title && { title }),
      })),
    };
  }
}

const meetingRow = (raw: Record<string, unknown>): MeetingRow => ({
  ...{ id: raw.id as string, title: raw.title as string, kind: raw.kind as MeetingRow['kind'], state: raw.state as MeetingRow['state'] },
  ...{ startsAt: (raw.starts_at as Date).toISOString(), endsAt: (raw.ends_at as Date).toISOString() },
  where: ((raw.room ?? raw.place) as string | null) ?? '',
  ...{ orgId: raw.org_id as string, orgName: (raw.org_name as string | null) ?? '' },
  ...(raw.receipt ? { myReceipt: raw.receipt as NonNullable<MeetingRow['myReceipt']> } : {}),
});
export const roomView = (raw: Record<string, unknown>): RoomView => ({
  ...{ id: raw.id as string, orgId: raw.org_id as string, orgName: (raw.org_name as string | null) ?? '', name: raw.name as string },
  ...{ place: raw.place as string, capacity: raw.capacity as number, open: raw.open as boolean },
  ...(raw.equipment ? { equipment: raw.equipment as string } : {}),
  acts: raw.mine === true ? ['edit'] : [],
});
