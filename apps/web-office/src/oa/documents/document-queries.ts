import type { OutgoingRow, ListOutgoing } from '@karez/contracts-oa';
import { queryOptions } from '@tanstack/react-query';
import { useKeyset, type KeysetList } from '../../app/keyset.js';
import { oa, oaKey } from '../oa-client.js';

const key = [...oaKey, 'documents'] as const;

export const useOutgoing = (request: ListOutgoing): KeysetList<OutgoingRow> =>
  useKeyset([...key, 'list'], (page: ListOutgoing, options) => oa.listOutgoing(page, options), request);
export const documentQuery = (documentId: string) =>
  queryOptions({ queryKey: [...key, 'one', documentId], queryFn: ({ signal }) => oa.getOutgoing({ documentId }, { signal }) });
/** A text never changes once another version follows it; the last one may. */
export const versionQuery = (documentId: string, number: number, digest: string) =>
  queryOptions({
    queryKey: [...key, 'version', documentId, number, digest],
    queryFn: ({ signal }) => oa.getVersion({ documentId, number }, { signal }),
    staleTime: Infinity,
  });
export const rulesQuery = queryOptions({ queryKey: [...key, 'rules'], queryFn: ({ signal }) => oa.listNumberRules({}, { signal }) });
