import type { DeliveryAct, DeliveryState } from '@karez/contracts-exchange';

/** What an act is called on its button; `asks`: one more question follows. */
export interface ActWords {
  readonly label: string;
  readonly asks?: boolean;
}

const words: Readonly<Record<DeliveryAct, ActWords>> = {
  sign: { label: '签收' },
  reject: { label: '拒收', asks: true },
  return: { label: '退文', asks: true },
  agree_revoke: { label: '同意收回', asks: true },
  decline_revoke: { label: '不同意', asks: true },
  print: { label: '打印', asks: true },
  urge: { label: '催办', asks: true },
  recall: { label: '撤回', asks: true },
  resend: { label: '立即重投' },
  revoke: { label: '商请收回', asks: true },
  acknowledge: { label: '确认退文' },
  reissue: { label: '重发', asks: true },
};

/** A document that stands is corrected by a new one; one that came to nothing is sent again. */
const stands: readonly DeliveryState[] = ['delivered', 'signed_for'];

export const actWords = (act: DeliveryAct, state: DeliveryState): ActWords =>
  act === 'reissue' && stands.includes(state) ? { label: '更正件', asks: true } : words[act];
