import type { DeliveryEventKind } from '@karez/contracts-exchange';

const receipts: Partial<Record<DeliveryEventKind, string>> = {
  delivered: '保管回执',
  signed_for: '签收回执',
  rejected: '拒收回执',
  recalled: '撤回回执',
  returned: '退文回执',
  revoked: '收回回执',
  recall_refused: '对方回执',
  revoke_declined: '答复',
  attempt: '投递凭据',
  recall_asked: '撤回请求',
  revoke_asked: '商请函',
  urged: '催办单',
  acknowledged: '确认回执',
};

/** What the signed statement behind an event of the timeline is called. */
export const receiptWord = (kind: DeliveryEventKind): string => receipts[kind] ?? '凭据';
