import { defineFlow, type Flow } from '@karez/contracts-kernel';

/** What the sending body knows of one recipient's copy. `recalled` and everything after `in_flight` comes from the custody holder. */
export const deliveryStates = [
  'queued',
  'in_flight',
  'stalled',
  'delivered',
  'recall_pending',
  'signed_for',
  'rejected',
  'recalled',
  'returned',
  'revoked',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What the custody holder, the recipient's node, knows of it. `absent`: it has never heard of the delivery. */
export const custodyStates = ['absent', 'delivered', 'signed_for', 'rejected', 'recalled', 'returned', 'revoked'] as const;
export type CustodyState = (typeof custodyStates)[number];
/** Where nothing moves any more. */
export const terminalStates = ['rejected', 'recalled', 'returned', 'revoked'] as const satisfies readonly DeliveryState[];

/** The signed word that carries a move, or an overlay, to the other side. */
export const statementKinds = [
  'consign',
  'custody',
  'signed',
  'rejected',
  'recall',
  'recalled',
  'returned',
  'acknowledged',
  'revoke',
  'declined',
  'revoked',
  'urge',
] as const;
export type StatementKind = (typeof statementKinds)[number];

export type Mover = 'sender_clerk' | 'sender_node' | 'recipient_clerk' | 'recipient_node';

/** A move that the sending side takes by itself, on the sender's row. */
export interface SenderMove {
  readonly no: number;
  readonly side: 'sender';
  /** Empty: the row begins here. */
  readonly from: readonly DeliveryState[];
  readonly to: DeliveryState;
  readonly by: Mover;
  readonly cause: string;
  readonly guard: string;
  readonly statement?: StatementKind;
}
/** A move that only the custody holder decides; the sender's row follows when the signed receipt has been verified. */
export interface CustodyMove {
  readonly no: number;
  readonly side: 'custody';
  readonly from: readonly CustodyState[];
  readonly to: CustodyState;
  readonly by: Mover;
  readonly cause: string;
  readonly guard: string;
  readonly statement: StatementKind;
}
export type DeliveryMove = SenderMove | CustodyMove;

/**
 * The life of a delivery, complete. Service, screens, the explicit-state model and the documentation are all made from this table.
 * Exactly one side decides at a time: the sender until the first attempt leaves, from then on the custody holder.
 */
export const deliveryMoves: readonly DeliveryMove[] = [
  {
    no: 1,
    side: 'sender',
    from: [],
    to: 'queued',
    by: 'sender_clerk',
    cause: '发送',
    guard: '已封装、有字号、非涉密、收文单位在目录中有效',
  },
  {
    ...{ no: 2, side: 'sender', from: ['queued', 'in_flight', 'stalled'], to: 'in_flight', by: 'sender_node', cause: '投递一次' },
    ...{ guard: '取得租约；编号和摘要每次相同', statement: 'consign' },
  },
  {
    no: 3,
    side: 'sender',
    from: ['in_flight'],
    to: 'stalled',
    by: 'sender_node',
    cause: '转人工',
    guard: '对方长时间不可达、证书过期、地址无效',
  },
  {
    ...{ no: 4, side: 'custody', from: ['absent'], to: 'delivered', by: 'recipient_node', cause: '送达' },
    ...{ guard: '格式、大小、摘要、查毒、签名、地址核验通过；先提交，后回执', statement: 'custody' },
  },
  {
    ...{ no: 5, side: 'custody', from: ['absent'], to: 'rejected', by: 'recipient_node', cause: '核验不通过' },
    ...{ guard: '说明原因代码', statement: 'rejected' },
  },
  {
    ...{ no: 5, side: 'custody', from: ['delivered'], to: 'rejected', by: 'recipient_clerk', cause: '拒收' },
    ...{ guard: '签收之前；原因代码和文字', statement: 'rejected' },
  },
  {
    ...{ no: 6, side: 'custody', from: ['delivered'], to: 'signed_for', by: 'recipient_clerk', cause: '签收' },
    ...{ guard: '印章和签名有效；先到者成', statement: 'signed' },
  },
  { no: 7, side: 'sender', from: ['queued'], to: 'recalled', by: 'sender_clerk', cause: '撤回', guard: '从未投递，也没有租约' },
  {
    ...{ no: 8, side: 'sender', from: ['in_flight', 'stalled', 'delivered'], to: 'recall_pending', by: 'sender_clerk', cause: '请求撤回' },
    ...{ guard: '说明原因；请求像公文一样重投', statement: 'recall' },
  },
  {
    ...{ no: 9, side: 'custody', from: ['absent', 'delivered'], to: 'recalled', by: 'recipient_node', cause: '同意撤回' },
    ...{ guard: '在保管中则收回；从未到达则立碑，迟到的不再收', statement: 'recalled' },
  },
  {
    ...{ no: 11, side: 'custody', from: ['signed_for'], to: 'returned', by: 'recipient_clerk', cause: '退文' },
    ...{ guard: '说明原因；发文单位须确认', statement: 'returned' },
  },
  {
    ...{ no: 12, side: 'custody', from: ['signed_for'], to: 'revoked', by: 'recipient_clerk', cause: '同意收回' },
    ...{ guard: '发文单位先商请；列出已打印份数', statement: 'revoked' },
  },
];

const custodyMovesFrom = (state: CustodyState): readonly CustodyState[] =>
  deliveryMoves.flatMap((move) => (move.side === 'custody' && move.from.includes(state) ? [move.to] : []));

/** The custody holder's own graph. A tombstone (撤回碑) is `recalled` reached from `absent`. */
export const custodyFlow: Flow<CustodyState> = defineFlow(
  'absent',
  Object.fromEntries(custodyStates.map((state) => [state, [...new Set(custodyMovesFrom(state))]])) as Record<CustodyState, CustodyState[]>,
);

/** What the custody holder may have become since it was in this state. */
function custodyAfter(state: CustodyState): readonly CustodyState[] {
  const after = new Set(custodyMovesFrom(state));
  for (const each of after) for (const next of custodyMovesFrom(each)) after.add(next);
  return [...after];
}

/** The least that the sender's row says of the custody holder's; nothing of a row whose document has not left. */
const known: Partial<Record<DeliveryState, CustodyState>> = {
  ...{ in_flight: 'absent', stalled: 'absent', delivered: 'delivered', recall_pending: 'absent', signed_for: 'signed_for' },
};

/**
 * Where the sender's row may follow a verified receipt to. Receipts may overtake each other, so it may jump; it never goes back, and
 * takes `recalled` only when it has asked. Move 10: the answer to a recall may be the receipt of what was decided before.
 */
export function mirrorTargets(state: DeliveryState): readonly DeliveryState[] {
  const from = known[state];
  if (!from) return [];
  const reachable = custodyAfter(from).filter((each): each is Exclude<CustodyState, 'absent'> => each !== 'absent');
  return reachable.filter((to) => (to === 'recalled' ? state === 'recall_pending' : to !== 'delivered' || state !== 'recall_pending'));
}

const senderTargets = (state: DeliveryState): readonly DeliveryState[] =>
  deliveryMoves.flatMap((move) => (move.side === 'sender' && move.from.includes(state) ? [move.to] : []));

/** The sender's graph: its own moves, and those in which it follows the custody holder. */
export const deliveryFlow: Flow<DeliveryState> = defineFlow(
  'queued',
  Object.fromEntries(deliveryStates.map((state) => [state, [...new Set([...senderTargets(state), ...mirrorTargets(state)])]])) as Record<
    DeliveryState,
    DeliveryState[]
  >,
);

export const isTerminal = (state: DeliveryState | CustodyState): boolean => (terminalStates as readonly string[]).includes(state);
