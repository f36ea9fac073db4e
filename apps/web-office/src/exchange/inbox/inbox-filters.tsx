import { FilterOutlined, SearchOutlined } from '@ant-design/icons';
import { exchangeWords, type Urgency, urgencies } from '@karez/contracts-exchange';
import { FilterChips } from '@karez/web-ui';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useMay } from '../../app/person-self.js';
import { SenderChoice } from './sender-choice.js';
import type { InboxFilter } from './inbox-filter.js';

interface InboxFiltersProps {
  filter: InboxFilter;
  set: (filter: InboxFilter) => void;
}

/** Text always at hand (`/`); urgency, sender and order behind the funnel. */
export function InboxFilters({ filter, set }: InboxFiltersProps) {
  const [open, setOpen] = useState(Boolean(filter.urgency ?? filter.senderId));
  const may = useMay();
  return (
    <>
      <div className="ex-filter-line" data-filter>
        <WordsField key={filter.tab} words={filter.q ?? ''} onWords={(q) => set(withWords(filter, q))} />
        <Button
          icon={<FilterOutlined />}
          aria-label="按紧急程度、发文单位筛选"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          {...(filter.urgency || filter.senderId ? { className: 'ex-filtered' } : {})}
        />
      </div>
      {open && (
        <div className="ex-filter-more">
          <FilterChips<Urgency | 'all'>
            label="按紧急程度"
            value={filter.urgency ?? 'all'}
            onChange={(urgency) => set(withUrgency(filter, urgency))}
            chips={[
              { value: 'all', label: '不限' },
              ...urgencies.map((urgency) => ({ value: urgency, label: exchangeWords.urgency[urgency] })),
            ]}
          />
          {may('exchange.directory.read') && <SenderChoice filter={filter} set={set} />}
          <FilterChips
            label="排序"
            value={filter.sort}
            onChange={(sort) => set({ ...filter, sort })}
            chips={[
              { value: 'due', label: '时限在前' },
              { value: '-arrived', label: '新到在前' },
            ]}
          />
        </div>
      )}
    </>
  );
}

const withWords = ({ q: _, ...filter }: InboxFilter, words: string): InboxFilter => (words ? { ...filter, q: words } : filter);
const withUrgency = ({ urgency: _, ...filter }: InboxFilter, urgency: Urgency | 'all'): InboxFilter =>
  urgency === 'all' ? filter : { ...filter, urgency };

const typingPause = 250;

/** What is typed goes into the address when the hand rests. */
function WordsField({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  const [typed, setTyped] = useState(words);
  useEffect(() => {
    if (typed.trim() === words) return;
    const timer = setTimeout(() => onWords(typed.trim()), typingPause);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only typing starts the pause anew
  }, [typed]);
  return (
    <Input
      type="search"
      prefix={<SearchOutlined />}
      allowClear
      value={typed}
      maxLength={60}
      placeholder="题名、字号、发文单位"
      aria-label="搜收件"
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
