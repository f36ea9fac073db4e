import { Injectable } from '@nestjs/common';
import type { AttendeeGiven, AttendeeView, Receipt } from '@karez/contracts-oa';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { type Colleague, People } from '../people/people.js';
import type { Meeting } from './meeting.entity.js';

interface Row {
  readonly person_id: string;
  readonly name: string;
  readonly org_id: string;
  readonly org_name: string;
  readonly role: AttendeeView['role'];
  readonly receipt: Receipt;
  readonly reason: string | null;
  readonly substitute_name: string | null;
  readonly stands_in_for_name: string | null;
  readonly checked_in_at: Date | null;
  readonly clash: string | null;
}

/** Who is invited, what each has answered, and who has come. */
@Injectable()
export class GuestList {
  constructor(private readonly people: People) {}

  /** @throws DomainError `oa.meeting.nobody`, `oa.meeting.person_twice`, `oa.person.not_there` */
  async invite({ manager }: Tx, meetingId: string, given: readonly AttendeeGiven[]): Promise<void> {
    if (given.length === 0) throw new DomainError('oa.meeting.nobody');
    await manager.query('delete from meeting_attendee where meeting_id = $1', [meetingId]);
    const seen = new Set<string>();
    for (const [place, { personId, orgId, role }] of given.entries()) {
      const guest = await this.people.at(manager, personId, orgId);
      if (seen.has(personId)) throw new DomainError('oa.meeting.person_twice', { name: guest.name });
      seen.add(personId);
      await insert(manager, meetingId, guest, { role, place });
    }
  }

  async of(manager: EntityManager, { id, startsAt, endsAt }: Pick<Meeting, 'id' | 'startsAt' | 'endsAt'>): Promise<AttendeeView[]> {
    const rows = await manager.query<Row[]>(
      `select guest.*, (
         select other.title from meeting_attendee also join meeting other on other.id = also.meeting_id
         where also.person_id = guest.person_id and other.id <> guest.meeting_id and also.receipt not in ('leave_granted', 'substituted')
           and other.state in ('approved', 'notified', 'running') and other.starts_at < $3 and other.ends_at > $2 limit 1) as clash
       from meeting_attendee guest where meeting_id = $1 order by place, name`,
      [id, startsAt, endsAt],
    );
    return rows.map(view);
  }

  /** @throws DomainError `oa.meeting.not_invited` */
  async guest(
    { manager }: Tx,
    meetingId: string,
    personId: string,
  ): Promise<{ readonly orgId: string; readonly receipt: Receipt; readonly role: string; readonly place: number; readonly name: string }> {
    const [guest] = await manager.query<{ orgId: string; receipt: Receipt; role: string; place: number; name: string }[]>(
      `select org_id as "orgId", receipt, role, place, name from meeting_attendee where meeting_id = $1 and person_id = $2`,
      [meetingId, personId],
    );
    if (!guest) throw new DomainError('oa.meeting.not_invited');
    return guest;
  }

  async answer(
    { manager, ctx }: Tx,
    meetingId: string,
    personId: string,
    answer: { readonly receipt: Receipt; readonly reason?: string | undefined; readonly substituteName?: string },
  ): Promise<void> {
    await manager.query(
      `update meeting_attendee set receipt = $3, reason = coalesce($4, reason), substitute_name = $5, replied_at = $6 where meeting_id = $1 and person_id = $2`,
      [meetingId, personId, answer.receipt, answer.reason ?? null, answer.substituteName ?? null, ctx.now],
    );
  }

  /** 替会. @throws DomainError `oa.meeting.substitute_invited` */
  async substitute(
    { manager }: Tx,
    meetingId: string,
    who: Colleague,
    instead: { readonly name: string; readonly role: string; readonly place: number },
  ): Promise<void> {
    const [there] = await manager.query<object[]>('select 1 from meeting_attendee where meeting_id = $1 and person_id = $2', [
      meetingId,
      who.id,
    ]);
    if (there) throw new DomainError('oa.meeting.substitute_invited', { name: who.name });
    await insert(manager, meetingId, who, { role: instead.role, place: instead.place, receipt: 'attend', standsInFor: instead.name });
  }

  /** @returns whether it was the first time */
  async checkIn({ manager, ctx }: Tx, meetingId: string): Promise<boolean> {
    const [, changed] = await manager.query<[unknown[], number]>(
      `update meeting_attendee set checked_in_at = $3, receipt = case when receipt = 'none' then 'attend' else receipt end
       where meeting_id = $1 and person_id = $2 and checked_in_at is null`,
      [meetingId, ctx.actor.id, ctx.now],
    );
    return changed === 1;
  }
}

async function insert(
  manager: EntityManager,
  meetingId: string,
  { id, orgId, name, orgName }: Colleague,
  {
    role,
    place,
    receipt = 'none',
    standsInFor,
  }: { readonly role: string; readonly place: number; readonly receipt?: Receipt; readonly standsInFor?: string },
): Promise<void> {
  await manager.query(
    `insert into meeting_attendee (meeting_id, person_id, org_id, name, org_name, role, place, receipt, stands_in_for_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [meetingId, id, orgId, name, orgName, role, place, receipt, standsInFor ?? null],
  );
}

const view = (row: Row): AttendeeView => ({
  ...{ personId: row.person_id, name: row.name, orgId: row.org_id, orgName: row.org_name, role: row.role, receipt: row.receipt },
  ...(row.reason && { reason: row.reason }),
  ...(row.substitute_name && { substituteName: row.substitute_name }),
  ...(row.stands_in_for_name && { standsInForName: row.stands_in_for_name }),
  ...(row.checked_in_at && { checkedInAt: row.checked_in_at.toISOString() }),
  ...(row.clash && { clash: row.clash }),
});
