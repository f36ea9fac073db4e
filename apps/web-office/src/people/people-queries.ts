import type { ListPeople, PersonRow } from '@karez/contracts-identity';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../app/api.js';
import { useKeyset, type KeysetList } from '../app/keyset.js';

export const peopleKey = ['people'] as const;

export const usePeople = (request: ListPeople): KeysetList<PersonRow> =>
  useKeyset([...peopleKey, 'list'], (page: ListPeople, options) => api.identity.listPeople(page, options), request);

export const personQuery = (personId: string) =>
  queryOptions({ queryKey: [...peopleKey, 'one', personId], queryFn: ({ signal }) => api.identity.getPerson({ personId }, { signal }) });
