import { EmptyState } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { exchangeCountsQuery } from '../../app/place-counts.js';
import type { BackTo } from '../delivery/back-bar.js';
import { DeliveryDetail } from '../delivery/delivery-detail.js';
import { useNarrow } from '../delivery/use-narrow.js';
import { useSignKey } from '../delivery/use-sign-key.js';
import { useInbox } from '../exchange-queries.js';
import { requestOf } from './inbox-filter.js';
import { InboxFilters } from './inbox-filters.js';
import { InboxList } from './inbox-list.js';
import { countOf, InboxTabs } from './inbox-tabs.js';
import { useInboxFilter } from './use-inbox-filter.js';
import '../exchange.css';

/** What was sent to us: the list and one document side by side; on the phone one after the other. */
export function InboxPage() {
  usePageTitle('交换收件');
  const { deliveryId } = useParams();
  const narrow = useNarrow();
  const { filter, set, hrefOf } = useInboxFilter();
  const list = useInbox(requestOf(filter));
  const { data: counts } = useQuery(exchangeCountsQuery);
  const pane = useRef<HTMLElement>(null);
  useReturnToRow(pane, deliveryId, narrow);
  const at = list.rows.findIndex(({ id }) => id === deliveryId);
  const back: BackTo = {
    href: hrefOf(),
    title: '交换收件',
    ...(at >= 0 && { note: placeWords(at, countOf(counts, filter.tab), filter.tab) }),
  };
  if (narrow && deliveryId) return <DeliveryDetail deliveryId={deliveryId} level={1} back={back} />;
  return (
    <div className="ex-split">
      <section className="ex-list" aria-label="收件" ref={pane}>
        <div className="ex-list-head">
          <h1 tabIndex={-1}>收件</h1>
          <InboxFilters filter={filter} set={set} />
          <InboxTabs filter={filter} counts={counts} />
        </div>
        <div className="ex-list-scroll">
          <InboxList list={list} filter={filter} set={set} counts={counts} selected={deliveryId} hrefOf={hrefOf} />
        </div>
      </section>
      {!narrow && (
        <section className="ex-pane" aria-label="公文">
          {deliveryId ? <DeliveryDetail deliveryId={deliveryId} level={2} back={back} /> : <NothingOpen />}
        </section>
      )}
    </div>
  );
}

/** S on a row opens it, also when no document is open yet. */
function NothingOpen() {
  useSignKey(undefined);
  return <EmptyState title="从左边选一件公文">J、K 上下，Enter 打开，S 签收。</EmptyState>;
}

const tabWords = { waiting: '待签收', signed: '已签收', sent_back: '退回', all: '' } as const;
const placeWords = (at: number, total: number | undefined, tab: keyof typeof tabWords): string =>
  total ? `第 ${at + 1} 件，共 ${total} 件${tabWords[tab]}` : `第 ${at + 1} 件`;

/** Back in the list on the phone: the row that was open is where the reader goes on. */
function useReturnToRow(pane: { readonly current: HTMLElement | null }, deliveryId: string | undefined, narrow: boolean): void {
  const last = useRef<string>(undefined);
  useEffect(() => {
    if (deliveryId) last.current = deliveryId;
    else if (narrow && last.current) {
      const row = pane.current?.querySelector<HTMLElement>(`[data-row-link][href*="${last.current}"]`);
      row?.scrollIntoView({ block: 'center' });
      row?.focus({ preventScroll: true });
    }
  }, [deliveryId, narrow, pane]);
}
