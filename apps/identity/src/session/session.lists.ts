import type { SessionList } from '@karez/contracts-identity';
import type { Actor } from '@karez/kernel';
import { type DataSource, IsNull, MoreThan } from 'typeorm';
import { deviceOf } from './device.js';
import { Session } from './session.entity.js';
import { lifetimes } from './session.policy.js';

/** Where the caller is signed in now: neither ended nor idle for longer than a session may be. */
export async function listSessions(source: DataSource, { realm, id, sessionId }: Actor, now: Date): Promise<SessionList> {
  const idle = new Date(now.getTime() - lifetimes[realm as keyof typeof lifetimes].idleMs);
  const where = { realm: realm as Session['realm'], subjectId: id, endedAt: IsNull(), endsAt: MoreThan(now), lastSeenAt: MoreThan(idle) };
  const sessions = await source.manager.find(Session, { where, order: { lastSeenAt: 'DESC' }, take: 100 });
  return {
    items: sessions.map((session) => ({
      ...{
        id: session.id,
        current: session.id === sessionId,
        startedAt: session.startedAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
      },
      ...(session.address ? { address: session.address } : {}),
      device: deviceOf(session.userAgent),
    })),
  };
}
