import { exchangeWords } from '@karez/contracts-exchange';
import type { Act } from '@karez/web-ui';
import { type InboxFilter, type InboxTab, onTab } from './inbox-filter.js';

interface Empty {
  readonly title: string;
  readonly words?: string;
  readonly act?: Act;
  readonly other?: Act;
  /** All is done, rather than nothing there. */
  readonly done?: boolean;
}

const nothing: Readonly<Record<InboxTab, Empty>> = {
  waiting: { title: '待签收的已办完', words: '新到的公文会自己出现在这里。', done: true },
  signed: { title: '还没有签收过公文' },
  sent_back: { title: '没有退回的公文', words: '拒收、退文和被撤回的在这里。' },
  all: { title: '还没有收到公文', words: '发给本单位的公文送达后出现在这里。' },
};

/** Why there is nothing in the list, and the next step: which filter hides it, or that there is none. */
export function emptyInbox(filter: InboxFilter, set: (filter: InboxFilter) => void): Empty {
  const { urgency, senderId, senderName, q, ...bare } = filter;
  const parts = [urgency && exchangeWords.urgency[urgency], senderId && (senderName || '所选单位'), q].filter((part) => part !== undefined);
  const said = parts.filter(Boolean).join('、');
  if (!said) return nothing[filter.tab];
  const clear: Act = { key: 'clear', label: '清除筛选', onAct: () => set(bare) };
  const title = `没有符合「${said}」的公文`;
  if (urgency && (senderId ?? q)) {
    const { urgency: _, ...rest } = filter;
    return { title, act: { key: 'drop', label: `去掉「${exchangeWords.urgency[urgency]}」`, onAct: () => set(rest) }, other: clear };
  }
  if (filter.tab === 'all') return { title, other: clear };
  return {
    title,
    words: '只找了这一类。',
    act: { key: 'all', label: '在全部收件里找', onAct: () => set(onTab(filter, 'all')) },
    other: clear,
  };
}
