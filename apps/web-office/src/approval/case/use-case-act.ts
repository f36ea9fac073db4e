import type { CaseView, TaskActed } from '@karez/contracts-approval';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type ActState, useAct } from '../../app/use-act.js';
import { approvalKey, caseQuery } from '../approval-queries.js';

interface CaseActOptions<Res> {
  readonly said: (answer: Res) => string;
  readonly onDone: () => void;
}

/** An act on a case or one of its tasks. The answer is shown at once; a refusal for being late means that it had moved, so that is looked at too. */
export function useCaseAct<Req, Res extends CaseView | TaskActed>(
  call: (request: Req) => Promise<Res>,
  { said, onDone }: CaseActOptions<Res>,
): ActState<Req> {
  const queries = useQueryClient();
  const act = useAct(call, {
    changes: [approvalKey],
    said,
    onDone: (answer) => {
      if ('limits' in answer) queries.setQueryData(caseQuery(answer.id).queryKey, answer);
      onDone();
    },
  });
  const late = act.refusal?.status === 409;
  useEffect(() => {
    if (late) void queries.invalidateQueries({ queryKey: approvalKey });
  }, [late, queries]);
  return act;
}
