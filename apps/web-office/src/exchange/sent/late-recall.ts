import type { DeliveryRow } from '@karez/contracts-exchange';
import { shortTime } from '../../app/time.js';
import { spanWords } from './due-words.js';

export interface LateRecall {
  /** `撤回失败：对方已于 10:32 签收。` */
  readonly result: string;
  /** What was asked and how late, who decided, what follows. */
  readonly words: string;
  /** The document is in force at the recipient: asking for it back, or a correction, are the ways left. */
  readonly inForce: boolean;
}

const decided = { signed_for: '签收', rejected: '拒收', returned: '退文' } as const;
type Decided = keyof typeof decided;
const isDecided = (state: string): state is Decided => state in decided;

/** A recall that came too late, as long as the sender has not answered it by asking for the document back. */
export function lateRecallOf(row: DeliveryRow, now = new Date()): LateRecall | undefined {
  const { state, recallRefusedAt, recallAskedAt, decidedAt, decidedByName, receiptNumber, revokeAskedAt, supersededById } = row;
  if (!recallRefusedAt || !decidedAt || !isDecided(state) || revokeAskedAt || supersededById) return undefined;
  const word = decided[state];
  const asked = recallAskedAt ?? recallRefusedAt;
  const late = Date.parse(asked) - Date.parse(decidedAt);
  const proof = [decidedByName && `${word}人 ${decidedByName}`, receiptNumber && `回执编号 ${receiptNumber}`].filter(Boolean).join('，');
  const inForce = state === 'signed_for';
  return {
    result: `撤回失败：对方已于 ${shortTime(decidedAt, now)} ${word}。`,
    words: [
      `${shortTime(asked, now)} 请求撤回${late > 0 ? `，晚 ${spanWords(late)}` : '，还没有到对方'}`,
      proof && `；${proof}`,
      inForce ? '。正式文件已生效，可以改用：' : '。',
    ].join(''),
    inForce,
  };
}
