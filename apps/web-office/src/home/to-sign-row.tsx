import { deliveryLook, DueLamp, ListRow, StateDot } from '@karez/web-ui';
import { Link, useNavigate } from 'react-router';
import { useMay } from '../app/person-self.js';
import { shortTime } from '../app/time.js';
import { SignHere } from './sign-here.js';
import { urgencyTag, type ToSign } from './to-sign.js';

interface ToSignRowProps extends ToSign {
  /** Whether what signing means is said here now; in one row at a time. */
  asking: boolean;
  onAsk: (asking: boolean) => void;
}

/** One received document with its one act. Signing cannot be taken back: what it means is said in the row before it happens. */
export function ToSignRow({ row, due, asking, onAsk }: ToSignRowProps) {
  const may = useMay();
  const navigate = useNavigate();
  const href = `/exchange/inbox/${row.id}`;
  const decides = may('exchange.inbox.decide');
  return (
    <>
      <ListRow
        lead={<DueLamp lamp={due.lamp}>{due.words}</DueLamp>}
        title={row.title}
        tag={urgencyTag[row.urgency]}
        href={href}
        link={Link}
        unread={row.unseen}
        selected={asking}
        meta={[
          `${row.senderName} ${shortTime(row.arrivedAt)}`,
          row.number,
          ...(row.urged > 0 ? [`已催 ${row.urged} 次`] : []),
          <StateDot key="state" look={deliveryLook[row.state]} />,
        ]}
        act={
          decides
            ? { key: 'sign', label: '签收', asks: true, onAct: () => onAsk(!asking) }
            : { key: 'open', label: '查看', onAct: () => void navigate(href) }
        }
      />
      {asking && <SignHere deliveryId={row.id} href={href} onClose={() => onAsk(false)} />}
    </>
  );
}
