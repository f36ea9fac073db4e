import type { DispatchRow } from '@karez/contracts-exchange';
import { Card, CountBar, deliveryBar, deliveryLook, palette } from '@karez/web-ui';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../app/api.js';
import { barParts, type BarSegment } from './bar-parts.js';

const inTransitQuery = queryOptions({
  queryKey: ['exchange', 'in-transit'],
  queryFn: ({ signal }) => api.exchange.listDispatches({ filter: 'open', limit: 4 }, { signal }),
});

const bar = deliveryBar.map(([state, color]): BarSegment => [state, deliveryLook[state].label, color]);
const rest = { key: 'rest', label: '其他', color: palette.slate };

/** What this body has sent and somebody has not decided on. */
export function InTransitCard() {
  const { data, isError } = useQuery(inTransitQuery);
  return (
    <Card title="在途公文" aside={<Link to="/exchange/sent">发件跟踪</Link>}>
      {isError && <p className="kz-caption">发件暂时取不到。</p>}
      {data?.items.length === 0 && <p className="kz-caption">发出的公文都已了结。</p>}
      <ul className="office-transit">
        {data?.items.map((row) => (
          <Sent key={row.id} row={row} />
        ))}
      </ul>
    </Card>
  );
}

const Sent = ({ row }: { row: DispatchRow }) => (
  <li>
    <div className="office-transit-title">
      <Link to={`/exchange/sent/${row.id}`} title={row.title}>
        {row.title}
      </Link>
      <span className="kz-caption">{row.recipients} 家</span>
    </div>
    <CountBar thin words parts={barParts(row.counts, bar, rest)} />
    {row.overdue > 0 && <span className="kz-caption office-overdue">逾期 {row.overdue} 家</span>}
  </li>
);
