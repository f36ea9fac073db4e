import type { Page } from '@karez/contracts-kernel';
import { ProblemError, type CallOptions } from '@karez/web-client';
import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

export interface KeysetList<Row> {
  readonly rows: readonly Row[];
  readonly state: 'loading' | 'ready' | 'failed' | 'refused';
  readonly problem: ProblemError | null;
  readonly onMore?: () => void;
  readonly loadingMore: boolean;
  readonly again: () => void;
  /** Rows of the former filter, while those of the new one are on their way. */
  readonly stale: boolean;
}

interface Paged {
  limit?: number;
  after?: string;
}

/** A list read by keyset: the first page, then one more at a time. */
export function useKeyset<Req extends Paged, Row>(
  key: QueryKey,
  list: (request: Req, options: CallOptions) => Promise<Page<Row>>,
  request: Req,
  options: { enabled?: boolean } = {},
): KeysetList<Row> {
  const query = useInfiniteQuery({
    queryKey: [...key, request],
    queryFn: ({ pageParam, signal }) => list({ limit: 30, ...request, after: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    enabled: options.enabled,
  });
  const problem = query.error instanceof ProblemError ? query.error : null;
  return {
    rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    state: query.isPending ? 'loading' : !query.isError ? 'ready' : problem?.status === 403 ? 'refused' : 'failed',
    problem,
    onMore: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    loadingMore: query.isFetchingNextPage,
    again: () => void query.refetch(),
    stale: query.isPlaceholderData,
  };
}
