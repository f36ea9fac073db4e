import type { SqlPredicate } from '@karez/auth';
import type { SearchKind } from '@karez/contracts-oa';
import type { Actor } from '@karez/kernel';
import { documentScope } from '../document/document-desk.js';
import { meetingScope } from '../meeting/meeting-desk.js';
import { supervisionScope } from '../supervision/supervision-desk.js';

interface Seen {
  readonly from: string;
  readonly scope: (actor: Actor) => SqlPredicate;
}
/** Who sees what, in the parts' own words: what cannot be opened cannot be found. */
const seen: Readonly<Record<SearchKind, Seen>> = {
  outgoing: { from: 'outgoing_document document where document.id', scope: documentScope },
  supervision: { from: 'supervision_item item where item.id', scope: supervisionScope },
  meeting: { from: 'meeting meeting where meeting.id', scope: meetingScope },
};

/** Entries whose subject the actor sees. */
export function seenEntries(actor: Actor): SqlPredicate {
  const params: Record<string, unknown> = {};
  const parts = Object.entries(seen).map(([kind, { from, scope }]) => {
    const predicate = scope(actor);
    Object.assign(params, predicate.params);
    return `(entry.kind = '${kind}' and exists (select 1 from ${from} = entry.subject_id and ${predicate.sql}))`;
  });
  return { sql: `(${parts.join(' or ')})`, params };
}
