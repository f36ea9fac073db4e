import type { Permission } from '@karez/contracts-kernel';
import type { CaseState } from './case-flow.js';

export const caseActs = [
  'save',
  'attach',
  'submit',
  'discard',
  'rate',
  'withdraw',
  'accept',
  'correct',
  'refuse',
  'review_material',
  'suspend',
  'resume',
  'extend',
  'decide',
  'deliver',
  'supersede',
  'urge',
] as const;
export type CaseAct = (typeof caseActs)[number];

/** What of a case decides on acts besides its state. */
export interface CaseFacts {
  readonly corrected: boolean;
  readonly extended: boolean;
  readonly rated: boolean;
  /** The procedure has come to its end, so that the decision can be signed. */
  readonly procedureEnded: boolean;
}
interface ActRule {
  /** Whose act it is: the applicant's own, or staff's with this permission. */
  readonly by: 'applicant' | Permission;
  readonly states: readonly CaseState[];
  /** In the office's words, why it is not possible in other states. */
  readonly otherwise: string;
  readonly unless?: (facts: CaseFacts) => string | undefined;
}

const beingFilled = { states: ['draft', 'correcting'], otherwise: '提交之后不能再修改，须由窗口通知补正' } as const;
const atWindow = { states: ['submitted'], otherwise: '只有待受理的办件可以由窗口受理、补正或不予受理' } as const;
const running = { states: ['accepted', 'suspended'], otherwise: '只有已受理、尚未办结的办件可以这样办理' } as const;

/** Acts by state: the service refuses by it, the screens draw their buttons from it. */
export const caseActRules: Readonly<Record<CaseAct, ActRule>> = {
  save: { by: 'applicant', ...beingFilled },
  attach: { by: 'applicant', ...beingFilled },
  submit: { by: 'applicant', ...beingFilled },
  discard: { by: 'applicant', states: ['draft'], otherwise: '已提交的申请不能删除，可以撤回' },
  withdraw: {
    by: 'applicant',
    states: ['submitted', 'correcting', 'accepted', 'suspended'],
    otherwise: '决定作出之后不能撤回申请',
  },
  rate: {
    ...{ by: 'applicant', states: ['decided', 'delivered', 'refused'], otherwise: '办结之后才能评价' },
    unless: ({ rated }) => (rated ? '一件办件只能评价一次' : undefined),
  },
  accept: { by: 'approval.case.accept', ...atWindow },
  correct: {
    ...{ by: 'approval.case.accept', ...atWindow },
    unless: ({ corrected }) => (corrected ? '补正通知只能一次性告知，本件已通知过补正' : undefined),
  },
  refuse: { by: 'approval.case.accept', ...atWindow },
  review_material: { by: 'approval.case.accept', states: ['submitted', 'accepted'], otherwise: '只有待受理和办理中的材料可以审查' },
  suspend: { by: 'approval.case.suspend', states: ['accepted'], otherwise: '只有办理中的办件可以计入除外时间' },
  resume: { by: 'approval.case.suspend', states: ['suspended'], otherwise: '本件不在除外时间内' },
  extend: {
    ...{ by: 'approval.case.extend', ...running },
    unless: ({ extended }) => (extended ? '本件已延期一次，不能再延' : undefined),
  },
  decide: {
    ...{ by: 'approval.case.decide', states: ['accepted'], otherwise: '只有办理中的办件可以作出决定' },
    unless: ({ procedureEnded }) => (procedureEnded ? undefined : '审查环节还没有办完，不能作出决定'),
  },
  deliver: { by: 'approval.case.deliver', states: ['decided'], otherwise: '作出决定之后才能送达' },
  supersede: { by: 'approval.case.accept', ...running },
  urge: { by: 'approval.case.urge', ...running },
};
