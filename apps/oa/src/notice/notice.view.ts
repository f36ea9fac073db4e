import { holds } from '@karez/auth';
import type { NoticeView } from '@karez/contracts-oa';
import type { Actor } from '@karez/kernel';
import type { Notice } from './notice.entity.js';
import { actsOn } from './notice.policy.js';

export const noticeColumns = ['id', 'name', 'state', 'orgId', 'registeredAt', 'closedAt', 'closedReason', 'version'] as const;
export type NoticeFacts = Pick<Notice, (typeof noticeColumns)[number]>;

export function noticeView(facts: NoticeFacts, reader: Actor): NoticeView {
  const { id, name, state, orgId, registeredAt, closedAt, closedReason, version } = facts;
  return {
    ...{ id, name, state, orgId, registeredAt: registeredAt.toISOString(), version },
    ...(closedAt ? { closedAt: closedAt.toISOString() } : {}),
    ...(closedReason ? { closedReason } : {}),
    acts: actsOn(state, holds(reader, 'oa.notice.write')),
  };
}
