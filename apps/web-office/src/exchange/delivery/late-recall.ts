import type { DeliveryView } from '@karez/contracts-exchange';
import { shortTime } from '../../app/time.js';
import { elapsedWords } from '../words/due-words.js';

/** A recall that came after the other side had decided: the result first, then what was asked and how late. */
export interface LateRecall {
  /** Number of the event in which the recall was asked: what was dismissed once stays dismissed. */
  readonly seq: number;
  readonly result: string;
  readonly words: string;
}

const decided = { signed_for: '签收', rejected: '拒收' } as const;

/** Told from the timeline, so that it is true however the answer came: at once, or hours later from another node. */
export function lateRecallOf({ side, timeline }: DeliveryView, now: Date): LateRecall | undefined {
  if (side !== 'sender') return undefined;
  const asked = timeline.findLast(({ kind }) => kind === 'recall_asked');
  const won = timeline.findLast(({ kind }) => kind === 'signed_for' || kind === 'rejected');
  const refused = asked && timeline.some(({ kind, seq }) => kind === 'recall_refused' && seq > asked.seq);
  if (!asked || !refused || (won?.kind !== 'signed_for' && won?.kind !== 'rejected')) return undefined;
  // the decision's own time is in its receipt; the event stands where the receipt came in
  const refusal = timeline.find(({ kind, seq }) => kind === 'recall_refused' && seq > asked.seq);
  const at = typeof refusal?.data['at'] === 'string' ? refusal.data['at'] : won.at;
  const lateMs = Date.parse(asked.at) - Date.parse(at);
  const late = lateMs >= 60_000 ? `，晚 ${elapsedWords(lateMs)}` : '';
  const who = won.personName ? `；${decided[won.kind]}人 ${won.personName}` : '';
  const receipt = won.receiptNumber ? `，回执编号 ${won.receiptNumber}` : '';
  return {
    seq: asked.seq,
    result: `撤回失败：对方已于 ${shortTime(at, now)} ${decided[won.kind]}。`,
    words: `你 ${shortTime(asked.at, now)} 请求撤回${late}${who}${receipt}。${won.kind === 'signed_for' ? '正式文件已生效，可以改用：' : ''}`,
  };
}
