import type { DeliveryRow, DeliveryView } from '@karez/contracts-exchange';
import { shortTime } from '../../app/time.js';
import { elapsedWords } from './due-words.js';

/** A recall that came after the other side had decided. */
export interface LateRecall {
  /** `撤回失败：对方已于 10:32 签收。` */
  readonly result: string;
  /** What was asked and how late, who decided, what follows. */
  readonly words: string;
  /** The document is in force at the recipient: asking for it back, or a correction, are the ways left. */
  readonly inForce: boolean;
}
interface Told {
  /** When the recall was asked, and when the other side had decided. */
  readonly asked: string;
  readonly at: string;
  readonly state: Decided;
  readonly who?: string;
  readonly receiptNumber?: string;
}

const decided = { signed_for: '签收', rejected: '拒收', returned: '退文' } as const;
type Decided = keyof typeof decided;
const isDecided = (state: string): state is Decided => state in decided;

/** In a list, as long as the sender has not answered it by asking for the document back or by another one. */
export function lateRecallOfRow(row: DeliveryRow, now = new Date()): LateRecall | undefined {
  const { state, recallRefusedAt, recallAskedAt, decidedAt, decidedByName: who, receiptNumber } = row;
  if (!recallRefusedAt || !decidedAt || !isDecided(state) || row.revokeAskedAt || row.supersededById) return undefined;
  return lateRecall({ asked: recallAskedAt ?? recallRefusedAt, at: decidedAt, state, who, receiptNumber }, now);
}

/**
 * On the delivery's own page: told from the timeline, so that it is true however the answer came, at once, or hours later from another node.
 * `seq` is the number of the event in which the recall was asked: what was dismissed once stays dismissed.
 */
export function lateRecallOfView({ side, timeline }: DeliveryView, now: Date): (LateRecall & { readonly seq: number }) | undefined {
  if (side !== 'sender') return undefined;
  const asked = timeline.findLast(({ kind }) => kind === 'recall_asked');
  const won = timeline.findLast(({ kind }) => kind === 'signed_for' || kind === 'rejected');
  const refusal = asked && timeline.find(({ kind, seq }) => kind === 'recall_refused' && seq > asked.seq);
  if (!asked || !refusal || !won || !isDecided(won.kind)) return undefined;
  // the decision's own time is in its receipt; the event stands where the receipt came in
  const at = typeof refusal.data['at'] === 'string' ? refusal.data['at'] : won.at;
  const told = { asked: asked.at, at, state: won.kind, who: won.personName, receiptNumber: won.receiptNumber };
  return { ...lateRecall(told, now), seq: asked.seq };
}

function lateRecall({ asked, at, state, who, receiptNumber }: Told, now: Date): LateRecall {
  const word = decided[state];
  const lateMs = Date.parse(asked) - Date.parse(at);
  const late = lateMs >= 60_000 ? `，晚 ${elapsedWords(lateMs)}` : lateMs > 0 ? '，晚不到 1 分' : '，还没有到对方';
  const proof = [who && `${word}人 ${who}`, receiptNumber && `回执编号 ${receiptNumber}`].filter(Boolean).join('，');
  const inForce = state === 'signed_for';
  const words = `${shortTime(asked, now)} 请求撤回${late}${proof && `；${proof}`}。${inForce ? '正式文件已生效，可以改用：' : ''}`;
  return { result: `撤回失败：对方已于 ${shortTime(at, now)} ${word}。`, words, inForce };
}
