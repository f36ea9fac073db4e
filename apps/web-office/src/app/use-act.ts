import { ProblemError } from '@karez/web-client';
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useSay } from './said.js';
import { useStepUp } from './step-up.js';

export interface ActOptions<Req, Res> {
  /** What happened, in the office's words, said in the page: 已停用 顾清渠 的账号。 */
  readonly said?: (answer: Res, request: Req) => string;
  /** Everything that this act may have changed; looked at again. */
  readonly changes?: readonly QueryKey[];
  readonly onDone?: (answer: Res, request: Req) => void;
}

export interface ActState<Req> {
  readonly run: (request: Req) => void;
  readonly busy: boolean;
  /** The refusal of the last try; it stays until dismissed or tried again. */
  readonly refusal: ProblemError | null;
  readonly dismiss: () => void;
}

/** One act of the user: asks for the second factor when the server does, says what happened, keeps a refusal for the place where it was tried. */
export function useAct<Req, Res>(call: (request: Req) => Promise<Res>, options: ActOptions<Req, Res> = {}): ActState<Req> {
  const queries = useQueryClient();
  const say = useSay();
  const stepUp = useStepUp();
  const mutation = useMutation<Res, unknown, Req>({
    mutationFn: async (request) => {
      try {
        return await call(request);
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== 'auth.step_up_required' || !(await stepUp())) throw error;
        return call(request);
      }
    },
    onSuccess: async (answer, request) => {
      if (options.said) say(options.said(answer, request));
      options.onDone?.(answer, request);
      await Promise.all((options.changes ?? []).map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
  return { run: mutation.mutate, busy: mutation.isPending, refusal: asProblem(mutation.error), dismiss: mutation.reset };
}

/** A mistake of this page's own is shown as a refusal too, never swallowed. */
const asProblem = (error: unknown): ProblemError | null =>
  error === null || error === undefined
    ? null
    : error instanceof ProblemError
      ? error
      : new ProblemError({ status: 0, code: 'page.fault', detail: '页面出错，没有提交。请刷新后重试。' });
