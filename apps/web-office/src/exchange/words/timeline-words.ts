import { type DeliveryEventKind, type DeliveryEventView, exchangeWords, type RefusalReason, type Side } from '@karez/contracts-exchange';
import { attemptWords } from './attempt-words.js';

/** One line of the timeline in the office's words. */
export interface TimelineLine {
  readonly key: string;
  readonly at: string;
  readonly title: string;
  /** Reason, number of copies, what was written. */
  readonly note?: string;
  /** Refused, failed or withdrawn. */
  readonly stopped?: boolean;
  /** The event whose receipt is shown. */
  readonly event: DeliveryEventView;
}

type Told = (event: DeliveryEventView, side: Side) => { readonly title: string; readonly note?: string };

const textIn = ({ data }: DeliveryEventView, name: string): string | undefined => {
  const value = data[name];
  return value === undefined || value === '' ? undefined : String(value);
};
const isReason = (code: string): code is RefusalReason => code in exchangeWords.refusalReason;
/** 错投：应送县水利局 */
const reasonIn = (event: DeliveryEventView): string | undefined => {
  const code = textIn(event, 'reason');
  const parts = [code && isReason(code) ? exchangeWords.refusalReason[code] : code, textIn(event, 'text')];
  return parts.filter(Boolean).join('：') || undefined;
};
const saying =
  (title: string): Told =>
  (event) => ({ title, note: reasonIn(event) });
/** Another word on each side: who did it is always clear. */
const sided =
  (sender: string, recipient: string): Told =>
  (event, side) => ({ title: side === 'sender' ? sender : recipient, note: reasonIn(event) });

const told: Readonly<Record<DeliveryEventKind, Told>> = {
  queued: saying('发出，等待投递'),
  attempt: saying('开始投递'),
  attempt_failed: (event) => ({
    title: `第 ${textIn(event, 'attempt') ?? '几'} 次投递未成`,
    note: attemptWords(textIn(event, 'code')),
  }),
  stalled: (event) => ({ title: '转人工处理', note: attemptWords(textIn(event, 'code')) }),
  resumed: saying('恢复投递'),
  delivered: sided('送达对方', '送达本单位'),
  seen: sided('对方已打开', '首次打开'),
  urged: sided('催办', '发文单位催办'),
  overdue: saying('超过签收时限'),
  escalated: saying('逾期，已提请上级单位关注'),
  due_moved: saying('工作日历更新，签收时限重新推算'),
  recall_asked: sided('请求撤回', '发文单位请求撤回'),
  recall_refused: (event) => ({ title: '撤回未成，对方已作决定', note: textIn(event, 'who') }),
  recalled: sided('已撤回', '发文单位撤回'),
  signed_for: (event) => {
    const number = textIn(event, 'incomingNumber');
    return { title: '签收', note: number && `收文号 ${number}` };
  },
  rejected: sided('对方拒收', '拒收'),
  returned: sided('对方退文', '退文'),
  acknowledged: sided('确认退文', '发文单位确认退文'),
  revoke_asked: sided('商请收回', '发文单位商请收回'),
  revoke_declined: sided('对方不同意收回', '不同意收回'),
  revoked: sided('对方同意收回', '同意收回'),
  printed: (event) => ({ title: `打印 ${textIn(event, 'copies') ?? ''} 份`.replace('  ', ' ') }),
  superseded: sided('已由新件替代', '发文单位发来替代件'),
  duplicate: saying('重复到达，按原回执答复'),
};

const stops: readonly DeliveryEventKind[] = [
  ...(['attempt_failed', 'stalled', 'rejected', 'recall_refused', 'recalled', 'returned', 'revoke_declined', 'revoked'] as const),
];

/** Every event in words; a run of failed attempts becomes one line, since forty of them say no more than their number. */
export function timelineLines(timeline: readonly DeliveryEventView[], side: Side): TimelineLine[] {
  const lines: TimelineLine[] = [];
  let run: { readonly at: number; readonly first: DeliveryEventView } | undefined;
  for (const event of timeline) {
    const failed = event.kind === 'attempt_failed';
    if (failed && run) lines[run.at] = { ...lineOf(event, side), title: `第 ${attemptOf(run.first)} 至 ${attemptOf(event)} 次投递未成` };
    else {
      run = failed ? { at: lines.length, first: event } : undefined;
      lines.push(lineOf(event, side));
    }
  }
  return lines;
}

const attemptOf = (event: DeliveryEventView): string => textIn(event, 'attempt') ?? String(event.seq);
const lineOf = (event: DeliveryEventView, side: Side): TimelineLine => ({
  ...{ key: String(event.seq), at: event.at, event, stopped: stops.includes(event.kind) },
  ...told[event.kind](event, side),
});
