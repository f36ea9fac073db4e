import type { HearingView, PublicHearing } from '@karez/contracts-portal';
import type { Actor } from '@karez/kernel';
import { hearingsTag } from '../tags.js';
import type { Hearing } from './hearing.entity.js';
import { actsOnHearing } from './hearing.policy.js';

export interface Around {
  readonly orgName: string;
  /** So far, while it is open. */
  readonly voices: number;
}

export function publicHearing(hearing: Hearing, { orgName, voices }: Around): PublicHearing {
  const { id, kind, title, text, state, siteId, questions, results, result, adopted, opensAt, createdAt, closesAt, reportedAt } = hearing;
  return {
    ...{ id, kind, title, text, state, orgName, questions, results, tags: [hearingsTag(siteId)] },
    ...{ opensAt: (opensAt ?? createdAt).toISOString(), closesAt: closesAt.toISOString(), voices: hearing.voices ?? voices },
    ...(result && { result }),
    ...(adopted !== null && { adopted }),
    ...(reportedAt && { reportedAt: reportedAt.toISOString() }),
  };
}

export function hearingView(hearing: Hearing, around: Around, reader: Actor): HearingView {
  const { siteId, orgId, version } = hearing;
  return { ...publicHearing(hearing, around), siteId, orgId, version, acts: actsOnHearing(hearing, reader) };
}
