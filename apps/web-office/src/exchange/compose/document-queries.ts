import type { DocumentRow, ListDocuments } from '@karez/contracts-exchange';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../app/api.js';
import { useKeyset, type KeysetList } from '../../app/keyset.js';
import { exchangeKey } from '../exchange-queries.js';

export const useDocuments = (request: ListDocuments): KeysetList<DocumentRow> =>
  useKeyset([...exchangeKey, 'documents'], (page: ListDocuments, options) => api.exchange.listDocuments(page, options), request);

export const documentQuery = (documentId: string) =>
  queryOptions({
    queryKey: [...exchangeKey, 'document', documentId],
    queryFn: ({ signal }) => api.exchange.getDocument({ documentId }, { signal }),
  });

/** The body in whose name the caller sends: an office inside of a body sends in the body's name. */
export function useSenderName(): string {
  return useQuery(nextNumberQuery(undefined)).data?.orgName ?? '';
}

/** The next free serial; a proposal, so it is asked anew for each form. */
export const nextNumberQuery = (agencyCode: string | undefined) =>
  queryOptions({
    queryKey: [...exchangeKey, 'next-number', agencyCode ?? ''],
    queryFn: ({ signal }) => api.exchange.nextDocumentNumber({ agencyCode }, { signal }),
  });
