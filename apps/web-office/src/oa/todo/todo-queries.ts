import type { DoneRow, ListDone, ListSentTodos, ListTodos, SentTodoRow, TodoRow } from '@karez/contracts-oa';
import { queryOptions } from '@tanstack/react-query';
import { useKeyset, type KeysetList } from '../../app/keyset.js';
import { oa, oaKey } from '../oa-client.js';

export const todoKey = [...oaKey, 'todo'] as const;

export const useTodos = (request: ListTodos): KeysetList<TodoRow> =>
  useKeyset([...todoKey, 'list'], (page: ListTodos, options) => oa.listTodos(page, options), request);
/** The same question as the navigation's. */
export const todoCountsQuery = queryOptions({
  queryKey: [...todoKey, 'counts'],
  queryFn: ({ signal }) => oa.countTodos({}, { signal }),
});
export const useDone = (request: ListDone): KeysetList<DoneRow> =>
  useKeyset([...todoKey, 'done'], (page: ListDone, options) => oa.listDone(page, options), request);
export const useSent = (request: ListSentTodos): KeysetList<SentTodoRow> =>
  useKeyset([...todoKey, 'sent'], (page: ListSentTodos, options) => oa.listSentTodos(page, options), request);
