import { exchangeWords, type InboxCounts, type InboxRow } from '@karez/contracts-exchange';
import { deliveryLook, DueLamp, EmptyState, LoadingRows, palette, RowList, SplitRow, StateDot } from '@karez/web-ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { insteadOfRows } from '../../app/instead.js';
import type { KeysetList } from '../../app/keyset.js';
import { shortTime } from '../../app/time.js';
import { useNow } from '../delivery/use-now.js';
import { useWorks } from '../delivery/use-works.js';
import { deliveryDue } from '../words/due-words.js';
import type { WorksOn } from '../words/working-days.js';
import { emptyInbox } from './empty-inbox.js';
import type { InboxFilter } from './inbox-filter.js';
import { countOf } from './inbox-tabs.js';

interface InboxListProps {
  list: KeysetList<InboxRow>;
  filter: InboxFilter;
  set: (filter: InboxFilter) => void;
  counts: InboxCounts | undefined;
  selected: string | undefined;
  hrefOf: (id: string) => string;
}

export function InboxList({ list, filter, set, counts, selected, hrefOf }: InboxListProps) {
  const now = useNow();
  const works = useWorks(now);
  if (list.state === 'loading') return <LoadingRows label="收件" rows={8} />;
  const { done, words, ...empty } = emptyInbox(filter, set);
  if (done && list.state === 'ready' && list.rows.length === 0) return <EmptyState title={empty.title}>{words}</EmptyState>;
  const instead = insteadOfRows({ label: '收件', list, empty: { ...empty, words } });
  if (list.rows.length === 0) return <>{instead}</>;
  const filtered = Boolean(filter.urgency ?? filter.senderId ?? filter.q);
  const total = filtered ? undefined : countOf(counts, filter.tab);
  return (
    <>
      {list.state !== 'ready' && instead}
      <RowList label="收件">
        {list.rows.map((row) => (
          <SplitRow
            key={row.id}
            title={row.title}
            meta={[
              row.senderName,
              shortTime(row.arrivedAt, now),
              ...(row.urged > 0 && row.state === 'delivered' ? [`催办 ${row.urged} 次`] : []),
            ]}
            end={endOf(row, now, works)}
            href={hrefOf(row.id)}
            link={Link}
            selected={row.id === selected}
            unread={row.unseen}
            {...(row.urgency !== 'none' && { tag: exchangeWords.urgency[row.urgency] })}
          />
        ))}
      </RowList>
      <div className="ex-list-foot" aria-live="polite">
        {list.onMore ? (
          <button type="button" className="kz-textact" onClick={list.onMore} disabled={list.loadingMore}>
            {list.loadingMore ? '正在取下一页' : `已显示 ${list.rows.length} 件，再显示一页`}
          </button>
        ) : (
          <span>共 {(total ?? list.rows.length).toLocaleString('zh-CN')} 件</span>
        )}
        <span className="ex-keys" aria-hidden="true">
          <kbd>J</kbd> <kbd>K</kbd> 上下 <kbd>S</kbd> 签收
        </span>
      </div>
    </>
  );
}

/** The lamp while it waits, then the state; a wish of the sender that waits for an answer comes before both. */
function endOf(row: InboxRow, now: Date, works: WorksOn): ReactNode {
  if (row.revokeAsked) return <StateDot look={{ label: '商请收回', glyph: 'diamond', color: palette.amber }} />;
  const due = row.state === 'delivered' && deliveryDue(row, now, works);
  if (!due) return <StateDot look={deliveryLook[row.state]} />;
  return (
    <DueLamp lamp={due.lamp} end>
      {due.words}
    </DueLamp>
  );
}
