import type { DeliveryEventKind, DeliveryEventView, DeliveryView } from '@karez/contracts-exchange';
import type { WellState } from '@karez/web-ui';
import { shortTime } from '../../app/time.js';
import { attemptWords } from '../words/attempt-words.js';
import { elapsedWords } from '../words/due-words.js';

/** One well of the process line; `receipt` is the event whose signed receipt is linked from it. */
export interface DeliveryStep {
  readonly key: 'seal' | 'send' | 'arrive' | 'decide' | 'undo' | 'handle';
  readonly state: WellState;
  readonly title: string;
  readonly note: string;
  readonly receipt?: DeliveryEventView;
}

const last = ({ timeline }: DeliveryView, kind: DeliveryEventKind): DeliveryEventView | undefined =>
  timeline.findLast((event) => event.kind === kind);
const when = (at: string | undefined, now: Date): string => (at ? shortTime(at, now) : '');
const joined = (...parts: (string | undefined)[]): string => parts.filter(Boolean).join('，');

/** 封装 → 发出 → 送达 → 签收 → 转入收文办理, as far as this delivery has come, with the turn it took. */
export function processSteps(view: DeliveryView, now: Date): DeliveryStep[] {
  const arrived = Boolean(view.arrivedAt);
  const seal: DeliveryStep = { key: 'seal', state: 'done', title: '封装', note: `${view.document.issueDate.slice(5)} 成文` };
  if (!arrived) return [seal, sending(view, now), ...notArrived(view, now)];
  const delivered = last(view, 'delivered');
  return [
    seal,
    {
      key: 'send',
      state: 'done',
      title: '发出',
      note: joined(when(view.sentAt, now), view.attempts > 0 ? attemptsWords(view.attempts) : undefined),
    },
    {
      key: 'arrive',
      state: 'done',
      title: '送达',
      note: when(view.arrivedAt, now),
      ...(delivered?.receiptNumber && { receipt: delivered }),
    },
    ...decision(view, now),
  ];
}

const shorter: Readonly<Record<string, string>> = {
  ...{ 等待我单位签收: '等待签收', 等待对方签收: '等待签收', 转入收文办理: '转收文', 对方收文办理: '转收文', 签收后自动: '自动' },
  ...{ '撤回中，等待对方答复': '撤回中', 发文单位撤回: '对方撤回' },
};

/** The same for 390 px: four wells, few words; sealing goes without saying. */
export const brief = (steps: readonly DeliveryStep[]): DeliveryStep[] =>
  steps
    .filter(({ key }) => key !== 'seal')
    .map((step) => ({
      ...step,
      title: shorter[step.title] ?? step.title,
      note: shorter[step.note] ?? step.note.replace(/^已过 |，第 1 次即达$/g, ''),
    }));

const attemptsWords = (attempts: number): string => (attempts === 1 ? '第 1 次即达' : `第 ${attempts} 次送达`);

const sending = ({ state, sentAt }: DeliveryView, now: Date): DeliveryStep => ({
  ...{ key: 'send', state: state === 'queued' ? 'now' : 'done', title: state === 'queued' ? '等待投递' : '发出', note: when(sentAt, now) },
});

/** The document has not reached the other side: under way, waiting for a person, or taken back. */
function notArrived(view: DeliveryView, now: Date): DeliveryStep[] {
  const todo = (key: 'arrive' | 'decide' | 'handle', title: string, note = ''): DeliveryStep => ({ key, state: 'todo', title, note });
  const rest = [todo('decide', '签收'), todo('handle', '转入收文办理', '签收后自动')];
  const next = view.nextAttemptAt && `下次 ${when(view.nextAttemptAt, now)}`;
  switch (view.state) {
    case 'queued':
      return [todo('arrive', '送达'), ...rest];
    case 'stalled':
      return [{ key: 'arrive', state: 'now', title: '待人工处理', note: attemptWords(view.lastError) }, ...rest];
    case 'recall_pending':
      return [{ key: 'arrive', state: 'now', title: '撤回中', note: '等待对方节点答复' }, ...rest];
    case 'in_flight':
      return [{ key: 'arrive', state: 'now', title: '传输中', note: joined(`第 ${view.attempts} 次尝试`, next || undefined) }, ...rest];
    default:
      return [stopped(view, now)];
  }
}

function decision(view: DeliveryView, now: Date): DeliveryStep[] {
  const ours = view.side === 'recipient';
  switch (view.state) {
    case 'delivered':
    case 'recall_pending': {
      const waiting = view.state === 'delivered' ? `等待${ours ? '我单位' : '对方'}签收` : '撤回中，等待对方答复';
      const note = `已过 ${elapsedWords(now.getTime() - Date.parse(view.arrivedAt ?? view.sentAt))}`;
      return [
        { key: 'decide', state: 'now', title: waiting, note },
        { key: 'handle', state: 'todo', title: '转入收文办理', note: '签收后自动' },
      ];
    }
    case 'signed_for':
      return [signed(view, now), { key: 'handle', state: 'now', title: ours ? '转入收文办理' : '对方收文办理', note: handled(view) }];
    case 'returned':
    case 'revoked':
      return [signed(view, now), stopped(view, now), ...after(view)];
    default:
      return [stopped(view, now), ...after(view)];
  }
}

const handled = ({ incomingNumber, side }: DeliveryView): string =>
  incomingNumber ? `收文号 ${incomingNumber}` : side === 'recipient' ? '本单位办理' : '由对方办理';

function signed(view: DeliveryView, now: Date): DeliveryStep {
  const event = last(view, 'signed_for');
  const note = [event?.personName, when(event?.at ?? view.decidedAt, now)].filter(Boolean).join(' ');
  return { key: 'decide', state: 'done', title: '签收', note, ...(event?.receiptNumber && { receipt: event }) };
}

const turns = {
  rejected: ['对方拒收', '拒收'],
  recalled: ['已撤回', '发文单位撤回'],
  returned: ['对方退文', '退文'],
  revoked: ['已收回', '已收回'],
} as const;
const isTurn = (state: string): state is keyof typeof turns => state in turns;

function stopped(view: DeliveryView, now: Date): DeliveryStep {
  const state = isTurn(view.state) ? view.state : 'recalled';
  const event = last(view, state);
  const title = turns[state][view.side === 'sender' ? 0 : 1];
  return {
    key: 'undo',
    state: 'stop',
    title,
    note: when(event?.at ?? view.decidedAt, now),
    ...(event?.receiptNumber && { receipt: event }),
  };
}

/** What the sender still decides after a refusal. */
function after(view: DeliveryView): DeliveryStep[] {
  if (view.supersededById) return [{ key: 'handle', state: 'done', title: '已发替代件', note: '见新件' }];
  if (view.state === 'returned')
    return last(view, 'acknowledged')
      ? [{ key: 'handle', state: 'done', title: '退文已确认', note: '由发文单位' }]
      : [{ key: 'handle', state: 'todo', title: '确认退文', note: view.side === 'sender' ? '由你决定' : '由发文单位' }];
  if (view.state === 'rejected')
    return [{ key: 'handle', state: 'todo', title: '重发', note: view.side === 'sender' ? '由你决定' : '由发文单位' }];
  return [];
}
