import type { Permission } from '@karez/contracts-kernel';
import type { DeliveryState } from './delivery-moves.js';

/** The two sides from which one delivery is seen. */
export const sides = ['sender', 'recipient'] as const;
export type Side = (typeof sides)[number];

export const deliveryActs = [
  'sign',
  'reject',
  'return',
  'agree_revoke',
  'decline_revoke',
  'print',
  'urge',
  'recall',
  'resend',
  'revoke',
  'acknowledge',
  'reissue',
] as const;
export type DeliveryAct = (typeof deliveryActs)[number];

/** What of a delivery decides on acts besides its state. */
export interface ActFacts {
  /** The sender has asked for the document back after it was signed for, and has no answer yet. */
  readonly revokeAsked: boolean;
  /** The sender has taken note of the return. */
  readonly acknowledged: boolean;
  /** Authorised copies with the red head, and how many of them were printed. */
  readonly printQuota: number;
  readonly printed: number;
  /** The checks before signing for it have passed. */
  readonly verified: boolean;
}

interface ActRule {
  readonly side: Side;
  readonly needs: Permission;
  readonly states: readonly DeliveryState[];
  /** In the office's words, why it is not possible in other states; shown beside the disabled act. */
  readonly otherwise: string;
  /** A further condition: the reason when it does not hold. */
  readonly unless?: (facts: ActFacts) => string | undefined;
}

/** Acts by side and state: the service refuses by it, the screens draw their buttons from it. In the order of their weight. */
export const actRules: Readonly<Record<DeliveryAct, ActRule>> = {
  sign: {
    ...{ side: 'recipient', needs: 'exchange.inbox.decide', states: ['delivered'], otherwise: '只有待签收的公文可以签收' },
    unless: ({ verified }) => (verified ? undefined : '签收前核验未通过，不能签收'),
  },
  reject: { side: 'recipient', needs: 'exchange.inbox.decide', states: ['delivered'], otherwise: '签收之后不能拒收，可以退文' },
  return: { side: 'recipient', needs: 'exchange.inbox.decide', states: ['signed_for'], otherwise: '签收后发现问题才可退文' },
  agree_revoke: {
    ...{ side: 'recipient', needs: 'exchange.inbox.decide', states: ['signed_for'], otherwise: '只有已签收的公文可以收回' },
    unless: ({ revokeAsked }) => (revokeAsked ? undefined : '发文单位没有商请收回'),
  },
  decline_revoke: {
    ...{ side: 'recipient', needs: 'exchange.inbox.decide', states: ['signed_for'], otherwise: '只有已签收的公文可以收回' },
    unless: ({ revokeAsked }) => (revokeAsked ? undefined : '发文单位没有商请收回'),
  },
  print: {
    ...{ side: 'recipient', needs: 'exchange.inbox.print', states: ['signed_for'], otherwise: '签收之后才能打印' },
    unless: ({ printQuota, printed }) => (printed < printQuota ? undefined : '授权份数已打完'),
  },
  urge: {
    ...{ side: 'sender', needs: 'exchange.dispatch.send', states: ['in_flight', 'stalled', 'delivered', 'recall_pending'] },
    otherwise: '已经了结的不用催办',
  },
  recall: {
    ...{ side: 'sender', needs: 'exchange.dispatch.send', states: ['queued', 'in_flight', 'stalled', 'delivered'] },
    otherwise: '对方已作决定，不能撤回；已签收的可以商请收回',
  },
  resend: {
    ...{ side: 'sender', needs: 'exchange.dispatch.send', states: ['in_flight', 'stalled'] },
    otherwise: '只有还没送达的可以立即重投',
  },
  revoke: {
    ...{ side: 'sender', needs: 'exchange.dispatch.send', states: ['signed_for'], otherwise: '签收之后才需要商请收回' },
    unless: ({ revokeAsked }) => (revokeAsked ? '已经商请，等待对方答复' : undefined),
  },
  acknowledge: {
    ...{ side: 'sender', needs: 'exchange.dispatch.send', states: ['returned'], otherwise: '没有退文需要确认' },
    unless: ({ acknowledged }) => (acknowledged ? '已经确认' : undefined),
  },
  reissue: {
    ...{ side: 'sender', needs: 'exchange.dispatch.send' },
    ...{ states: ['delivered', 'signed_for', 'rejected', 'recalled', 'returned', 'revoked'], otherwise: '还在传输，请先撤回' },
  },
};

/** An act that the caller's post holds on this side: possible now, or why not. */
export interface ActOffer {
  readonly act: DeliveryAct;
  readonly reason?: string;
}

/** What somebody with these permissions may do from one side. Acts of the other side, and acts without permission, are not offered at all. */
export function actsOn(side: Side, state: DeliveryState, facts: ActFacts, may: (permission: Permission) => boolean): ActOffer[] {
  return deliveryActs.flatMap((act): ActOffer[] => {
    const rule = actRules[act];
    if (rule.side !== side || !may(rule.needs)) return [];
    const reason = rule.states.includes(state) ? rule.unless?.(facts) : rule.otherwise;
    return [reason === undefined ? { act } : { act, reason }];
  });
}
