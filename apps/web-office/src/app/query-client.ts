import { ProblemError } from '@karez/web-client';
import { QueryClient } from '@tanstack/react-query';

/** A refusal is an answer and is not asked for again; what is in doubt is asked twice more, as long as a person still waits. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => error instanceof ProblemError && error.inDoubt && failures < 2,
      retryDelay: (failures) => 600 * 2 ** failures,
    },
    mutations: { retry: false },
  },
});
