import {
  actRules,
  type CustodyState,
  deliveryActs,
  deliveryMoves,
  deliveryStates,
  exchangeWords,
  type DeliveryState,
  mirrorTargets,
  type Mover,
  type Side,
} from '../src/index.js';

// The tables of docs/exchange.md, made from the contract.

const named = (state: DeliveryState | CustodyState): string =>
  state === 'absent' ? '未到达 `absent`' : `${exchangeWords.deliveryState[state]} \`${state}\``;
const list = (states: readonly (DeliveryState | CustodyState)[]): string => states.map(named).join('<br>') || '—';
const movers: Record<Mover, string> = {
  ...{
    sender_clerk: "sender's clerk",
    sender_node: "sender's node",
    recipient_clerk: "recipient's clerk",
    recipient_node: "recipient's node",
  },
};
const rows = { sender: 'mirror', custody: 'custody' } as const;
const sideNames: Record<Side, string> = { sender: 'sender', recipient: 'recipient' };

function table(head: readonly string[], body: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const movesTable = (): string =>
  table(
    ['no', 'row', 'from', 'to', 'by', 'cause', 'guard', 'statement'],
    deliveryMoves.map(({ no, side, from, to, by, cause, guard, statement }) => [
      ...[String(no), rows[side], list(from), named(to), movers[by], cause, guard, statement ? `\`${statement}\`` : ''],
    ]),
  );

const followTable = (): string =>
  table(
    ['mirror', 'follows a verified receipt to'],
    deliveryStates.filter((state) => mirrorTargets(state).length).map((state) => [named(state), list(mirrorTargets(state))]),
  );

export const statesBlock = (): string =>
  [
    movesTable(),
    'Receipts may overtake each other, so the mirror may jump. It never goes back, and follows to 已撤回 only when it has asked (move 10: the answer\nto a recall may be the receipt of what was decided before).',
    followTable(),
  ].join('\n\n');

export const actsBlock = (): string =>
  table(
    ['act', 'side', 'permission', 'possible in', 'otherwise'],
    deliveryActs.map((act) => {
      const { side, needs, states, otherwise } = actRules[act];
      return [`\`${act}\``, sideNames[side], `\`${needs}\``, list(states), otherwise];
    }),
  );
