import { defineFlow, type StateOf } from '@karez/contracts-kernel';

/**
 * 办件: from the applicant's draft to the result in hand.
 * `accepted` is 办理中: the procedure runs; `suspended` is excluded time (除外时间) that was told in writing.
 */
export const caseFlow = defineFlow('draft', {
  draft: ['submitted', 'discarded'],
  submitted: ['correcting', 'accepted', 'refused', 'withdrawn'],
  correcting: ['submitted', 'accepted', 'withdrawn'],
  accepted: ['suspended', 'decided', 'withdrawn', 'superseded'],
  suspended: ['accepted', 'withdrawn', 'superseded'],
  decided: ['delivered'],
  delivered: [],
  refused: [],
  withdrawn: [],
  superseded: [],
  discarded: [],
});
export type CaseState = StateOf<typeof caseFlow>;
export const caseStates = Object.keys(caseFlow.moves) as CaseState[];
/** Where a clock still runs. */
export const openStates = ['submitted', 'correcting', 'accepted', 'suspended', 'decided'] as const satisfies readonly CaseState[];

export const caseStateNames: Readonly<Record<CaseState, string>> = {
  ...{ draft: '暂存', submitted: '待受理', correcting: '待补正', accepted: '办理中', suspended: '除外时间', decided: '已办结' },
  ...{ delivered: '已送达', refused: '不予受理', withdrawn: '已撤回', superseded: '已被取代', discarded: '已删除' },
};
