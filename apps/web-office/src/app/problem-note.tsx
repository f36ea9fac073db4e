import type { ProblemError } from '@karez/web-client';
import { Refusal, type Act } from '@karez/web-ui';

/** A refused act, directly under the place where it was tried. The words come from the server, in the office's language. */
export function ProblemNote({ problem, onDismiss, ways }: { problem: ProblemError | null; onDismiss?: () => void; ways?: readonly Act[] }) {
  if (!problem) return null;
  const fields = problem.errors.map(({ detail }) => detail).filter((detail) => detail !== problem.detail);
  return (
    <Refusal result={problem.detail} ways={ways} onDismiss={onDismiss}>
      {fields.join('；')}
    </Refusal>
  );
}
