import type { InboxCounts } from '@karez/contracts-exchange';
import { Link } from 'react-router';
import { type InboxFilter, type InboxTab, onTab, writeFilter } from './inbox-filter.js';

const tabs: readonly (readonly [tab: InboxTab, label: string, count: keyof InboxCounts])[] = [
  ['waiting', '待签收', 'waiting'],
  ['signed', '已签收', 'signed'],
  ['sent_back', '退回', 'sentBack'],
  ['all', '全部', 'all'],
];

export const countOf = (counts: InboxCounts | undefined, tab: InboxTab): number | undefined =>
  counts?.[tabs.find(([each]) => each === tab)![2]];

/** Where a document stands with us; links, so that Back leads to the former one. */
export const InboxTabs = ({ filter, counts }: { filter: InboxFilter; counts: InboxCounts | undefined }) => (
  <nav className="ex-tabs" aria-label="收件分类">
    {tabs.map(([tab, label, count]) => (
      <Link key={tab} to={`/exchange/inbox${writeFilter(onTab(filter, tab))}`} aria-current={tab === filter.tab ? 'page' : undefined}>
        {label}
        {counts && counts[count] > 0 && <span>{counts[count].toLocaleString('zh-CN')}</span>}
      </Link>
    ))}
  </nav>
);
