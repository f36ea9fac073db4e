import { approvalApi, type CaseRow, type ListCases, type ListTasks, type TaskView } from '@karez/contracts-approval';
import { createClient } from '@karez/web-client';
import { queryOptions } from '@tanstack/react-query';
import { session } from '../app/api.js';
import { useKeyset, type KeysetList } from '../app/keyset.js';

/** A client of its own: the contract comes with the screens of approval, not with the first load. */
export const approval = createClient({ approval: approvalApi }, { session }).approval;

/** Everything of approval hangs together: one act moves work lists, queues and the single case. */
export const approvalKey = ['approval'] as const;

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...approvalKey, 'case', caseId],
    queryFn: ({ signal }) => approval.getCase({ caseId }, { signal }),
  });
export const itemQuery = (code: string, version: number) =>
  queryOptions({
    queryKey: [...approvalKey, 'item', code, version],
    queryFn: ({ signal }) => approval.getItem({ code, version }, { signal }),
    // a published version never changes
    staleTime: Infinity,
  });
export const caseCountsQuery = queryOptions({
  queryKey: [...approvalKey, 'case-counts'],
  queryFn: ({ signal }) => approval.countCases({}, { signal }),
});

export const useCases = (request: ListCases): KeysetList<CaseRow> =>
  useKeyset([...approvalKey, 'cases'], (page: ListCases, options) => approval.listCases(page, options), request);
export const useTasks = (request: ListTasks): KeysetList<TaskView> =>
  useKeyset([...approvalKey, 'tasks'], (page: ListTasks, options) => approval.listTasks(page, options), request);
