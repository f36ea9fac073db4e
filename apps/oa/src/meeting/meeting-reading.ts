import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Permission } from '@karez/contracts-kernel';
import { scopeSql } from '@karez/auth';
import type { CheckInCode, MeetingView } from '@karez/contracts-oa';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import type { Environment } from '@karez/service';
import { DataSource, type EntityManager } from 'typeorm';
import { Handlings } from '../handling/handlings.js';
import { Agenda } from './agenda.js';
import { codeEndsAt, currentCode } from './check-in-codes.js';
import { GuestList } from './guest-list.js';
import { meetingScope } from './meeting-desk.js';
import { Meeting } from './meeting.entity.js';
import { actsOnMeeting, assertMeetingAct } from './meeting.policy.js';

/** One meeting with agenda and guests, as its reader may see and act on it. */
@Injectable()
export class MeetingReading {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly agenda: Agenda,
    private readonly guests: GuestList,
    private readonly handlings: Handlings,
    @Inject('Environment') private readonly environment: Environment,
  ) {}

  /** @throws DomainError `not_found` */
  async view(meetingId: string, { actor }: Pick<Ctx, 'actor'>): Promise<MeetingView> {
    const { manager } = this.source;
    const meeting = await this.#seen(meetingId, actor);
    const [agenda, attendees, handlings, [place]] = await Promise.all([
      this.agenda.of(manager, meetingId),
      this.guests.of(manager, meeting),
      this.handlings.of(manager, meetingId),
      manager.query<{ room: string | null; orgName: string | null }[]>(
        `select (select name || '（' || place || '）' from room where room.id = $1) as room, (select name from org_copy where org_copy.id = $2) as "orgName"`,
        [meeting.roomId, meeting.orgId],
      ),
    ]);
    const reached = await reachedBy(manager, actor, meeting.orgId);
    const mine = attendees.find(({ personId }) => personId === actor.id)?.receipt;
    const standing = {
      ...{ reached, receipt: mine, leaveAsked: attendees.some(({ receipt }) => receipt === 'leave_asked') },
      topicsOpen: agenda.some(({ outcome }) => !outcome),
    };
    const { roomId, notes, replyBy, minutes, cancelledReason, plannerName, version } = meeting;
    return {
      ...{
        id: meeting.id,
        title: meeting.title,
        kind: meeting.kind,
        state: meeting.state,
        orgId: meeting.orgId,
        orgName: place?.orgName ?? '',
      },
      ...{ startsAt: meeting.startsAt.toISOString(), endsAt: meeting.endsAt.toISOString(), where: place?.room ?? meeting.place ?? '' },
      ...{ plannerName, version, agenda, attendees, handlings, ...(mine && { myReceipt: mine }) },
      ...(roomId && { roomId }),
      ...(meeting.place && { place: meeting.place }),
      ...(notes && { notes }),
      ...(replyBy && { replyBy: replyBy.toISOString() }),
      ...(minutes && { minutes }),
      ...(cancelledReason && { cancelledReason }),
      acts: actsOnMeeting(meeting.state, standing, actor),
    };
  }

  /** What the picture at the door shows now. @throws DomainError `not_found`, `auth.out_of_scope`, `oa.meeting.act_refused` */
  async code(meetingId: string, { actor, now }: Ctx): Promise<CheckInCode> {
    const meeting = await this.#seen(meetingId, actor);
    if (!(await reachedBy(this.source.manager, actor, meeting.orgId)).includes('oa.meeting.write'))
      throw new DomainError('auth.out_of_scope');
    assertMeetingAct(meeting.state, 'show_code');
    const code = currentCode(meeting.codeSecret, now);
    return {
      code,
      url: `${this.environment.publicUrl}/office/oa/meetings/${meetingId}/check-in?code=${code}`,
      validUntil: codeEndsAt(now).toISOString(),
    };
  }

  async #seen(meetingId: string, actor: Actor): Promise<Meeting> {
    const { sql, params } = meetingScope(actor);
    const query = this.source.manager.createQueryBuilder(Meeting, 'meeting').where('meeting.id = :meetingId', { meetingId });
    const meeting = await query.andWhere(sql, params).getOne();
    if (!meeting) throw new DomainError('not_found', { id: meetingId });
    return meeting;
  }
}

const asked = ['oa.meeting.write', 'oa.meeting.approve'] as const satisfies readonly Permission[];
/** Those permissions of meetings with which the actor reaches a body. */
export async function reachedBy(manager: EntityManager, actor: Actor, orgId: string): Promise<Permission[]> {
  const query = manager.createQueryBuilder().select('org.id', 'id').from('(select :orgId::uuid as id)', 'org').setParameter('orgId', orgId);
  asked.forEach((permission, index) => {
    const { sql, params } = scopeSql(actor, permission, { org: 'org.id', name: `reach${index}` });
    query.addSelect(sql, `reached_${index}`).setParameters(params);
  });
  const row = await query.getRawOne<Record<string, boolean>>();
  return asked.filter((_, index) => row?.[`reached_${index}`] === true);
}
