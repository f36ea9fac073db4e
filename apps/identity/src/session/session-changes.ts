import type { SessionChanges } from '@karez/contracts-identity';
import type { Tx } from '@karez/persistence';
import { type DataSource, In, IsNull } from 'typeorm';
import { type EndReason, Session } from './session.entity.js';

/** A caller that has not asked for longer than any access token lives has nothing left that could be stale. */
const longestLookBack = '15 minutes';

/** Saves sessions whose authority has changed or that have ended, and notes it for those who keep a copy of the authority. */
export async function saveChanged(tx: Tx, ...sessions: readonly Session[]): Promise<void> {
  for (const session of sessions) {
    await tx.save(session);
    await tx.manager.query('insert into session_change (session_id, ended) values ($1, $2)', [session.id, session.endedAt !== null]);
  }
}

type Whose = { readonly subjectId: string } | { readonly postIds: readonly string[] };

const openSessions = (tx: Tx, whose: Whose): Promise<Session[]> => {
  const where = 'subjectId' in whose ? { subjectId: whose.subjectId } : { postId: In([...whose.postIds]) };
  return tx.manager.find(Session, { where: { ...where, endedAt: IsNull() }, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
};

/** Ends the open sessions of a person, applicant or client, or those in some posts. */
export async function endSessions(tx: Tx, whose: Whose, reason: EndReason, except?: string): Promise<void> {
  const sessions = (await openSessions(tx, whose)).filter(({ id }) => id !== except);
  sessions.forEach((session) => session.end(reason, tx.ctx.now));
  await saveChanged(tx, ...sessions);
}

/** Tells those who keep a copy that what somebody may do has changed. */
export async function authorityChanged(tx: Tx, whose: Whose): Promise<void> {
  const now = tx.ctx.now;
  const sessions = (await openSessions(tx, whose)).filter((session) => session.openAt(now));
  sessions.forEach((session) => session.authorityChanged());
  await saveChanged(tx, ...sessions);
}

/**
 * Changes since a moment that an earlier answer gave as `now`. A change that was written but not yet committed must not
 * be skipped: `now` is never later than the beginning of a transaction that may still be writing, and a change carries
 * the moment it was written, so it is found by the next question at the latest.
 */
export async function sessionChanges(source: DataSource, since: string | undefined): Promise<SessionChanges> {
  const [mark] = await source.query<[{ now: Date }]>(
    `select date_trunc('milliseconds', least(clock_timestamp(), (select min(xact_start) from pg_stat_activity
       where datname = current_database() and usename = current_user and backend_xid is not null))) as now`,
  );
  const rows = await source.query<{ session_id: string; ended: boolean; at: Date }[]>(
    `select session_id, bool_or(ended) as ended, max(at) as at from session_change
     where at >= greatest($1::timestamptz, now() - $2::interval) group by session_id order by max(at)`,
    [since ?? null, longestLookBack],
  );
  return {
    now: mark.now.toISOString(),
    items: rows.map(({ session_id: sessionId, ended, at }) => ({ sessionId, ended, at: at.toISOString() })),
  };
}
