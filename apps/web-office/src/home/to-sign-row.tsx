import { Button, deliveryLook, DueLamp, ListRow, Notice, StateDot } from '@karez/web-ui';
import { Link, useNavigate } from 'react-router';
import { api } from '../app/api.js';
import { useMay } from '../app/person-self.js';
import { ProblemNote } from '../app/problem-note.js';
import { shortTime } from '../app/time.js';
import { useAct } from '../app/use-act.js';
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
  const sign = useAct(api.exchange.signDelivery, {
    changes: [['exchange']],
    said: ({ number, receiptNumber }) => `已签收 ${number}${receiptNumber ? `，回执 ${receiptNumber}` : ''}。`,
  });
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
            ? { key: 'sign', label: '签收', asks: true, busy: sign.busy, onAct: () => onAsk(!asking) }
            : { key: 'open', label: '查看', onAct: () => void navigate(href) }
        }
      />
      {asking && (
        <li className="office-row-below">
          {sign.refusal ? (
            <ProblemNote
              problem={sign.refusal}
              onDismiss={() => {
                sign.dismiss();
                onAsk(false);
              }}
            />
          ) : (
            <Notice tone="water" glyph="ring" live="status" title="签收后由本单位负责办理，只能退文，不能撤销。">
              签收用本单位证书签名，发文单位随即收到回执。
              <div className="kz-ways">
                <Button size="small" type="primary" loading={sign.busy} onClick={() => sign.run({ deliveryId: row.id })}>
                  签收
                </Button>
                <Button size="small" onClick={() => void navigate(href)}>
                  先看公文
                </Button>
                <Button size="small" type="text" onClick={() => onAsk(false)}>
                  取消
                </Button>
              </div>
            </Notice>
          )}
        </li>
      )}
    </>
  );
}
