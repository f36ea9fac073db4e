import { DomainError } from '@karez/kernel';

const codes: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => [string, object]>> = {
  'workflow.task_closed': ({ outcome, by }) => ['approval.task.over', { state: [by, outcomeNames[String(outcome)] ?? outcome].filter(Boolean).join('：') }], // prettier-ignore
  'workflow.task_claimed': ({ by }) => ['approval.task.taken', { name: by }],
  'workflow.task_not_yours': () => ['approval.task.not_yours', {}],
  'workflow.task_waiting': () => ['approval.task.waiting', {}],
  'workflow.instance_suspended': () => ['approval.task.paused', {}],
  'workflow.instance_over': ({ state }) => ['approval.task.over', { state }],
  'workflow.return_not_earlier': ({ node }) => ['approval.task.no_such_node', { node }],
  'workflow.reason_missing': () => ['approval.task.opinion_missing', {}],
  'workflow.nobody_to_act': ({ node }) => ['approval.task.nobody', { node }],
  'workflow.command_not_allowed': () => ['approval.task.not_allowed', {}],
  'workflow.task_without_pool': () => ['approval.task.not_allowed', {}],
  'workflow.outcome_unknown': () => ['approval.task.not_allowed', {}],
};
const outcomeNames: Readonly<Record<string, string>> = {
  ...{ agree: '同意', disagree: '不同意', noted: '已阅', return: '退回', cancelled: '已取消', returned: '已退回' },
  ...{ withdrawn: '办件已撤回', superseded: '办件已被取代', not_needed: '不再需要', decided_by_other: '他人已办' },
};

/** The engine's refusals in the words of this contract; the evidence of who was first goes along. */
export async function inOurWords<T>(act: Promise<T>): Promise<T> {
  try {
    return await act;
  } catch (error) {
    const say = error instanceof DomainError ? codes[error.code] : undefined;
    if (!say) throw error;
    const { params, evidence } = error as DomainError;
    const [code, ours] = say(params);
    throw new DomainError(code, { ...ours }, evidence);
  }
}
