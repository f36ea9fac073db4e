import type { HandoverRow, ListHandovers } from '@karez/contracts-oa';
import { queryOptions } from '@tanstack/react-query';
import { useKeyset, type KeysetList } from '../../app/keyset.js';
import { oa, oaKey } from '../oa-client.js';

const key = [...oaKey, 'handover'] as const;
export const strandedQuery = queryOptions({
  queryKey: [...key, 'stranded'],
  queryFn: ({ signal }) => oa.getStrandedWork({}, { signal }),
});
export const leaverQuery = (personId: string) =>
  queryOptions({
    queryKey: [...key, 'leaver', personId],
    queryFn: ({ signal }) => oa.getLeaver({ personId }, { signal }),
    enabled: personId !== '',
  });
export const useHandovers = (): KeysetList<HandoverRow> =>
  useKeyset([...key, 'list'], (page: ListHandovers, options) => oa.listHandovers(page, options), {});
export const cycleTimesQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: [...oaKey, 'cycle-times', from, to],
    queryFn: ({ signal }) => oa.getCycleTimes({ from, to }, { signal }),
  });
