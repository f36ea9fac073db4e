import {
  actRules,
  custodyFlow,
  type CustodyMove,
  type CustodyState,
  deliveryFlow,
  deliveryMoves,
  type DeliveryState,
  isTerminal,
  mirrorTargets,
  type StatementKind,
} from '../src/index.js';
import type { Model, Step } from './explorer.js';

// One delivery between two nodes, as small as it can be and still have every race: the sender's row, the custody holder's row, a letter
// box on each side and the channel between. Moves come from the contract's table. Left out: urge, decline and acknowledge, which move
// nothing.
//
// A letter rests in its writer's box until the other side's answer has come, and is sent from there again and again. A box holds the
// latest letter only: an older one that would be sent later is the same as one that was sent before and is still on its way. The channel
// is the set of letters on their way: any may be taken (reordering), be lost, or be taken and still be there (duplication), so that one element
// stands for any number of copies. A crash between commit and send leaves the letter in the box; a crash before the commit loses what
// the recipient was working on.

/** Each takes one rule out of the protocol. */
export interface Mutation {
  readonly noTombstone?: boolean;
  readonly localRecallInFlight?: boolean;
  readonly receiptBeforeCommit?: boolean;
  readonly noDedupe?: boolean;
}
export interface World {
  readonly mirror: DeliveryState;
  /** A lease was taken: from then on a copy may be anywhere. */
  readonly left: boolean;
  readonly revokeAsked: boolean;
  readonly custody: CustodyState;
  /** Items that the recipient's clerks have found in their inbox. */
  readonly inbox: number;
  readonly revokeSeen: boolean;
  /** What the recipient's node has taken out of the channel and decided, and not committed yet. */
  readonly working?: Work;
  /** Terminal receipts that the recipient ever gave out of its hands. */
  readonly endings: readonly StatementKind[];
  /** At most one letter of each side. */
  readonly boxes: readonly StatementKind[];
  readonly channel: readonly StatementKind[];
}
interface Work {
  readonly letter: StatementKind;
  readonly to: CustodyState;
  readonly receipt?: StatementKind;
  readonly item?: boolean;
}

export const custodyMoves = deliveryMoves.filter((move): move is CustodyMove => move.side === 'custody');
const receiptOf = (state: CustodyState): StatementKind | undefined => custodyMoves.find(({ to }) => to === state)?.statement;
const stateOf = (receipt: StatementKind): CustodyState | undefined => custodyMoves.find(({ statement }) => statement === receipt)?.to;
const isReceipt = (letter: StatementKind): boolean => stateOf(letter) !== undefined;

const including = <T>(list: readonly T[], item?: T): readonly T[] =>
  item === undefined || list.includes(item) ? list : [...list, item].sort();
const boxed = (boxes: readonly StatementKind[], letter?: StatementKind): readonly StatementKind[] =>
  letter === undefined
    ? boxes
    : including(
        boxes.filter((each) => isReceipt(each) !== isReceipt(letter)),
        letter,
      );
const isEnding = (receipt?: StatementKind): boolean => receipt !== undefined && isTerminal(stateOf(receipt) ?? 'absent');
const given = (endings: readonly StatementKind[], receipt?: StatementKind): readonly StatementKind[] =>
  isEnding(receipt) ? including(endings, receipt) : endings;
const without = <T>(list: readonly T[], item: T): readonly T[] => list.filter((each) => each !== item);

const start: World = {
  ...{ mirror: deliveryFlow.initial, left: false, revokeAsked: false, custody: custodyFlow.initial, inbox: 0, revokeSeen: false },
  ...{ endings: [], boxes: [], channel: [] },
};

function senderSteps(world: World, mutation: Mutation): Step<World>[] {
  const { mirror, left, boxes } = world;
  const moves = deliveryMoves.filter((move) => move.side === 'sender' && move.from.some((state) => state === mirror));
  const own = moves.map(({ no, cause, to, statement }) => {
    const local = mutation.localRecallInFlight && statement === 'recall' && mirror !== 'delivered';
    const after = local ? { mirror: 'recalled' as const } : { mirror: to as DeliveryState, boxes: boxed(boxes, statement) };
    return { label: `发 ${no} ${cause}${local ? '（本地）' : ''}`, to: { ...world, ...after, left: left || statement === 'consign' } };
  });
  const mayAsk = actRules.revoke.states.includes(mirror) && !world.revokeAsked;
  const ask = { label: '发 商请收回', to: { ...world, revokeAsked: true, boxes: boxed(boxes, 'revoke') } };
  return mayAsk ? [...own, ask] : own;
}

/** The recipient's clerks decide on what is in their inbox: row and receipt in one commit. */
function clerkSteps(world: World): Step<World>[] {
  if (world.working) return [];
  return custodyMoves
    .filter(
      ({ by, from, statement }) =>
        by === 'recipient_clerk' && from.includes(world.custody) && (statement !== 'revoked' || world.revokeSeen),
    )
    .map(({ no, cause, to, statement }) => ({
      label: `收 ${no} ${cause}`,
      to: { ...world, custody: to, endings: given(world.endings, statement), boxes: boxed(world.boxes, statement) },
    }));
}

/** What the recipient's node may make of a letter. The answer to what was decided before is the receipt of it, again. */
function answersTo(letter: StatementKind, { custody }: World, mutation: Mutation): Work[] {
  const again: Work = { letter, to: custody, ...(receiptOf(custody) && { receipt: receiptOf(custody)! }) };
  if (letter === 'revoke') return [again];
  if (letter === 'consign' && custody !== 'absent')
    return [{ ...again, ...(mutation.noDedupe && custody === 'delivered' && { item: true }) }];
  const answers = custodyMoves.filter(
    ({ by, from, statement }) => by === 'recipient_node' && from.includes(custody) && (statement === 'recalled') === (letter === 'recall'),
  );
  if (!answers.length) return [again];
  return answers.map(({ to, statement }) => {
    const forgotten = mutation.noTombstone && to === 'recalled' && custody === 'absent';
    return { letter, to: forgotten ? custody : to, receipt: statement, ...(to === 'delivered' && { item: true }) };
  });
}

function recipientSteps(world: World, mutation: Mutation): Step<World>[] {
  const { working, boxes, channel, ...rest } = world;
  if (working) {
    const { letter, to, receipt, item } = working;
    const after = {
      ...{ ...rest, channel, custody: to, inbox: rest.inbox + (item ? 1 : 0) },
      ...{ endings: given(rest.endings, receipt), revokeSeen: rest.revokeSeen || letter === 'revoke' },
    };
    const kept = boxed(boxes, receipt);
    return [
      { label: `收 提交 ${letter} → ${to}`, to: { ...after, boxes: without(kept, letter) } },
      { label: `收 提交 ${letter} → ${to}，应答丢失`, to: { ...after, boxes: kept } },
      { label: '收 提交前崩溃', to: { ...rest, boxes, channel } },
    ];
  }
  return channel
    .filter((letter) => !isReceipt(letter))
    .flatMap((letter) =>
      answersTo(letter, world, mutation).flatMap((work) =>
        [channel, without(channel, letter)].map((left) => {
          const early = mutation.receiptBeforeCommit ? work.receipt : undefined;
          const taken = { ...world, channel: including(left, early), endings: given(rest.endings, early), working: work };
          return { label: `收 取出 ${letter}，拟为 ${work.to}${left === channel ? '（另有副本）' : ''}`, to: taken };
        }),
      ),
    );
}

/** The sender's row follows a receipt wherever the contract lets it; everything else is a duplicate or came late. */
function receiptSteps(world: World): Step<World>[] {
  const { mirror, channel, boxes } = world;
  return channel.filter(isReceipt).flatMap((letter) => {
    const state = stateOf(letter);
    const to = mirrorTargets(mirror).find((target) => target === state) ?? mirror;
    return [channel, without(channel, letter)].flatMap((left) =>
      [boxes, without(boxes, letter)].map((kept) => ({
        label: `发 收到 ${letter} → ${to}${left === channel ? '（另有副本）' : ''}${kept === boxes ? '，应答丢失' : ''}`,
        to: { ...world, mirror: to, channel: left, boxes: kept },
      })),
    );
  });
}

const channelSteps = (world: World): Step<World>[] => [
  ...world.boxes.map((letter) => ({ label: `寄出 ${letter}`, to: { ...world, channel: including(world.channel, letter) } })),
  ...world.channel.map((letter) => ({ label: `丢失 ${letter}`, to: { ...world, channel: without(world.channel, letter) } })),
];

/** Is the one at the other, or has it gone on from there? */
function isAtOrAfter(custody: CustodyState, known: CustodyState): boolean {
  return custody === known || custodyFlow.moves[known].some((next) => isAtOrAfter(custody, next));
}
const fromReceipt: readonly DeliveryState[] = ['delivered', 'signed_for', 'rejected', 'recalled', 'returned', 'revoked'];

function broken({ mirror, left, custody, inbox, endings }: World, from?: World): string | undefined {
  if (endings.length > 1) return `I1 两种终结回执: ${endings.join('、')}`;
  if (mirror === 'delivered' && custody === 'absent') return 'I3 发文方为待签收，收文方没有落盘';
  if (left && fromReceipt.includes(mirror) && !isAtOrAfter(custody, mirror as CustodyState))
    return `I2 发文方 ${mirror} 先于保管方 ${custody}`;
  if (!left && custody !== 'absent') return 'I2 没有投递过的公文在收文方出现';
  if (inbox > 1) return 'I4 收件箱里有两件';
  const moved = from && ((isTerminal(from.custody) && from.custody !== custody) || (isTerminal(from.mirror) && from.mirror !== mirror));
  return moved ? 'I5 终结之后又变化' : undefined;
}

/** Both sides know the same, and somebody has decided; or it never left. */
const converged = ({ mirror, custody, left }: World): boolean =>
  (mirror === custody && (custody === 'signed_for' || isTerminal(custody))) || (mirror === 'recalled' && !left);

export const deliveryModel = (mutation: Mutation = {}): Model<World> => ({
  ...{ start, broken, converged },
  steps: (world) => [
    ...senderSteps(world, mutation),
    ...clerkSteps(world),
    ...recipientSteps(world, mutation),
    ...receiptSteps(world),
    ...channelSteps(world),
  ],
});
