import { liveEvents } from '@karez/web-client';
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';
import { meKey, session } from './api.js';

/** Counts, lists and single documents hang together: one letter moves all of them. */
const exchange = [['exchange']] as const;

/** One act moves work lists, queues and the single case. */
const approval = [['approval']] as const;
/** One move of an article, a letter, a request is seen in lists, details and the inspection. */
const portal = [['portal']] as const;

/** The office's own service: to-dos, documents, supervised items and meetings lead to one another. */
const oa = [['oa']] as const;

/** What to look at again, by the aggregate that a hint names. */
const touched: Readonly<Record<string, readonly QueryKey[]>> = {
  'person-notified': [meKey, ['notifications']],
  'person-changed': [meKey, ['people']],
  'session-changed': [meKey, ['sessions']],
  'role-changed': [meKey, ['roles']],
  'org-changed': [['orgs']],
  'delivery-moved': exchange,
  'custody-moved': exchange,
  'dispatch-sent': exchange,
  'document-sealed': exchange,
  'delivery-signed-for': exchange,
  'case-moved': approval,
  'case-task-changed': approval,
  'case-decided': approval,
  'document-issued': approval,
  'site-changed': portal,
  'column-changed': portal,
  'edition-moved': portal,
  'edition-published': portal,
  'edition-withdrawn': portal,
  'letter-moved': portal,
  'disclosure-request-moved': portal,
  'hearing-moved': portal,
  'outgoing-moved': oa,
  'incoming-moved': oa,
  'meeting-moved': oa,
  'topic-moved': oa,
  'todo-changed': oa,
  'delegation-changed': oa,
  'supervision-moved': oa,
  'supervision-closed': oa,
};

/** Hints from the server keep the screen true without asking again and again. */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      liveEvents(
        ({ subject }) => {
          if (subject === 'live.reconnected') return void queries.invalidateQueries();
          for (const queryKey of touched[subject.split('.')[2] ?? ''] ?? []) void queries.invalidateQueries({ queryKey });
        },
        { renew: () => session.renew() },
      ),
    [queries],
  );
}
