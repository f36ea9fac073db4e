import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { deliveryQuery } from '../exchange-queries.js';
import type { BackTo } from './back-bar.js';
import { DeliveryDetail } from './delivery-detail.js';
import { useNarrow } from './use-narrow.js';
import '../exchange.css';

/** One delivery by its own address: how it is followed from the sender's side, and where links between deliveries lead. */
export function DeliveryPage() {
  const { deliveryId = '' } = useParams();
  const narrow = useNarrow();
  const { data } = useQuery(deliveryQuery(deliveryId));
  usePageTitle(data?.document.title ?? '公文');
  const back: BackTo =
    data?.side === 'recipient'
      ? { href: '/exchange/inbox', title: '交换收件' }
      : {
          href: data ? `/exchange/sent/${data.dispatchId}` : '/exchange/sent',
          title: '发件跟踪',
          ...(data && { note: data.recipientName }),
        };
  return (
    <div className="ex-single">
      {!narrow && (
        <nav className="kz-crumb ex-crumb" aria-label="所在位置">
          <Link to={back.href}>{back.title}</Link> / {data?.side === 'sender' ? data.recipientName : (data?.number ?? '公文')}
        </nav>
      )}
      <DeliveryDetail deliveryId={deliveryId} level={1} back={back} />
    </div>
  );
}
