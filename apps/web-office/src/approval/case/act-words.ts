import type { CaseAct, TaskAct } from '@karez/contracts-approval';

/** Acts of staff on a case, in the order of the bar. The applicant's own acts are not theirs. */
export const officeActs = ['accept', 'correct', 'refuse', 'decide', 'deliver', 'suspend', 'resume', 'extend', 'urge', 'supersede'] as const;
export type OfficeAct = (typeof officeActs)[number];
export const isOfficeAct = (act: CaseAct): act is OfficeAct => (officeActs as readonly string[]).includes(act);

export const officeActNames: Readonly<Record<OfficeAct, string>> = {
  ...{ accept: '受理', correct: '通知补正', refuse: '不予受理', decide: '作出决定', deliver: '送达', suspend: '计入除外时间' },
  ...{ resume: '除外时间结束', extend: '延长期限', urge: '督办', supersede: '以新申请取代' },
};
/** What the act does, told before it is done. */
export const officeActLeads: Readonly<Record<OfficeAct, string>> = {
  accept: '受理后办结期限开始计算，并出具受理通知书；审查任务同时送到各有关处室。',
  correct: '补正只能通知一次，请把所有要补的一次列全，一行一项。申请人补齐后重新计算受理期限。',
  refuse: '不予受理会出具书面决定并告知申请人复议和诉讼的权利，不能撤销。材料不齐的应当先通知补正。',
  decide: '决定作出后出具决定书；准予的同时发给证件并公示，不能撤销。',
  deliver: '登记送达方式和收件人，本件办理到此结束。',
  suspend: '除外时间不计入办理期限，会出具除外时间告知书告知申请人；到期或办完要及时结束。',
  resume: '除外时间到此为止，办理期限从次日起继续计算。',
  extend: '经机关负责人批准可以延长一次，延长的理由会书面告知申请人。',
  urge: '督办会记入办理过程，正在办理的人会收到提醒。',
  supersede: '本件终止，由一份带着原表内容的新申请取代；原件和意见保留备查。',
};

export const taskActNames: Readonly<Record<TaskAct, string>> = {
  ...{ claim: '认领', release: '放回', complete: '提交意见', return: '退回', transfer: '转办', delegate: '委托', add_sign: '加签' },
  consult: '征求意见',
};
export const taskActLeads: Readonly<Record<TaskAct, string>> = {
  claim: '',
  release: '',
  complete: '提交后这个环节办结；同时办理的处室都提交后，办件自动进入下一环节。',
  return: '退回到前面的环节重办；其他处室已经提交的意见保留。',
  transfer: '转办后由对方办理，您不再办理。',
  delegate: '委托后对方可以代您办理，意见上写明代办人；任务仍在您名下。',
  add_sign: '请另一人先签或后签；先签的，签完才回到您这里。',
  consult: '只征求意见，不改变环节；对方的意见供您参考。',
};
