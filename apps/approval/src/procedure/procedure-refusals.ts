import { DomainError } from '@karez/kernel';
import { type Finding, workflowErrors } from '@karez/workflow';

const mostFindings = 5;

/** A text of the engine in Chinese, with its parameters. */
export function sayingOf(code: string, params: Readonly<Record<string, unknown>> = {}): string {
  const text = (workflowErrors as Readonly<Record<string, { readonly zh: string }>>)[code]?.zh ?? code;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String((params[name] as string | number | undefined) ?? '')).replace(/。$/, '');
}

/** The engine's refusals of a procedure in the words of this contract: what is wrong, finding by finding. */
export async function asProcedureRefusal<T>(act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    if (!(error instanceof DomainError) || !error.code.startsWith('workflow.')) throw error;
    if (error.code === 'workflow.procedure_unknown') throw new DomainError('approval.procedure.unknown', { code: error.params.code });
    const { findings = [] } = (error.evidence ?? {}) as { readonly findings?: readonly Finding[] };
    // that no end can be reached from a step is what follows of another fault
    const follows = ({ code }: Finding): number => Number(code === 'workflow.check.no_exit');
    const errors = findings.filter(({ severity }) => severity === 'error');
    const faults = errors.sort((one, other) => follows(one) - follows(other)).slice(0, mostFindings);
    const reason = faults.length ? faults.map(({ code, params }) => sayingOf(code, params)).join('；') : sayingOf(error.code, error.params);
    throw new DomainError('approval.procedure.invalid', { reason }, { findings });
  }
}
