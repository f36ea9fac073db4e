import { Injectable } from '@nestjs/common';
import { scopeSql, type SqlPredicate } from '@karez/auth';
import type { MeetingAct } from '@karez/contracts-oa';
import { type Actor, DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { assertMeetingAct, meetingRules } from './meeting.policy.js';
import { Meeting } from './meeting.entity.js';

/** Meetings of bodies in reach, and those that the reader is invited to once the notice is out. */
export function meetingScope(actor: Actor): SqlPredicate {
  const run = scopeSql(actor, 'oa.meeting.write', { org: 'meeting.org_id', name: 'run' });
  const approve = scopeSql(actor, 'oa.meeting.approve', { org: 'meeting.org_id', name: 'approve' });
  const invited = `exists (select 1 from meeting_attendee guest where guest.meeting_id = meeting.id and guest.person_id = :readerId)`;
  return {
    sql: `(${run.sql} or ${approve.sql} or (meeting.state not in ('planned', 'approved') and ${invited}))`,
    params: { ...run.params, ...approve.params, readerId: actor.id },
  };
}

/** A meeting as a command holds it: locked, visible to the caller, in a state that the act belongs to, on the caller's side. */
@Injectable()
export class MeetingDesk {
  /** @throws DomainError `not_found`, `auth.out_of_scope`, `oa.meeting.act_refused` */
  async load(tx: Tx, meetingId: string, act: MeetingAct): Promise<Meeting> {
    const { actor } = tx.ctx;
    const { sql, params } = meetingScope(actor);
    const query = tx.manager.createQueryBuilder(Meeting, 'meeting').where('meeting.id = :meetingId', { meetingId }).andWhere(sql, params);
    const meeting = await query.setLock('pessimistic_write', undefined, ['meeting']).getOne();
    if (!meeting) throw new DomainError('not_found', { id: meetingId });
    const { side, needs } = meetingRules[act];
    if (side === 'desk' && !(await tx.reaches(needs, meeting.orgId))) throw new DomainError('auth.out_of_scope');
    assertMeetingAct(meeting.state, act);
    return meeting;
  }
}
