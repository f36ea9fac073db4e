import { type DeliveryAct, type DeliveryEventView, type DeliveryView, exchangeWords } from '@karez/contracts-exchange';
import { Notice } from '@karez/web-ui';
import { Button } from 'antd';
import { Link } from 'react-router';
import { shortTime } from '../../app/time.js';
import { LateRecallNote } from './late-recall-note.js';
import { PrintList } from './print-list.js';

interface DeliveryNoticesProps {
  view: DeliveryView;
  now: Date;
  onAsk: (act: DeliveryAct) => void;
  onReceipt: (event: DeliveryEventView) => void;
}

/** What a reader has to know before acting: a wish of the sender, a refusal and its reason, a newer document. */
export function DeliveryNotices({ view, now, onAsk, onReceipt }: DeliveryNoticesProps) {
  const { side, state, reason, reasonText, decidedAt, decidedByName, supersededById } = view;
  const refused = state === 'rejected' || state === 'returned';
  const why = [reason && exchangeWords.refusalReason[reason], reasonText].filter(Boolean).join('：');
  return (
    <div className="ex-notices">
      <LateRecallNote view={view} now={now} onAsk={onAsk} onReceipt={onReceipt} />
      {view.revokeAskedAt && state === 'signed_for' && <RevokeNotice view={view} now={now} onAsk={onAsk} />}
      {side === 'recipient' && state === 'delivered' && view.urged > 0 && <UrgedNotice view={view} now={now} />}
      {refused && why && (
        <Notice
          tone="plum"
          title={`${side === 'sender' ? view.recipientName : '本单位'}${decidedAt ? `已于 ${shortTime(decidedAt, now)} ` : ''}${state === 'rejected' ? '拒收' : '退文'}。`}
        >
          {decidedByName && `办理人 ${decidedByName}。`}
          {why}
        </Notice>
      )}
      {supersededById && (
        <Notice tone="sand" title="这件已由新件替代。">
          <Link to={`/exchange/deliveries/${supersededById}`}>看替代它的新件</Link>
        </Notice>
      )}
    </div>
  );
}

/** 商请收回, seen from both sides; the recipient answers here. */
function RevokeNotice({ view, now, onAsk }: Omit<DeliveryNoticesProps, 'onReceipt'>) {
  const at = view.revokeAskedAt ? shortTime(view.revokeAskedAt, now) : '';
  const may = (act: DeliveryAct) => view.acts.some((offer) => offer.act === act && !offer.reason);
  if (view.side === 'sender')
    return (
      <Notice tone="amber" title={`${at} 已商请收回，等待对方答复。`}>
        {view.revokeReason}
      </Notice>
    );
  return (
    <Notice tone="amber" title={`${view.senderName} ${at} 商请收回这件公文。`}>
      原因：{view.revokeReason ?? '没有写明'}
      {view.printed > 0 && <PrintList view={view} />}
      <div className="kz-ways">
        {may('agree_revoke') && (
          <Button size="small" onClick={() => onAsk('agree_revoke')}>
            同意收回…
          </Button>
        )}
        {may('decline_revoke') && (
          <Button size="small" onClick={() => onAsk('decline_revoke')}>
            不同意…
          </Button>
        )}
      </div>
    </Notice>
  );
}

function UrgedNotice({ view, now }: { view: DeliveryView; now: Date }) {
  const last = view.timeline.findLast(({ kind }) => kind === 'urged');
  const text = last?.data['text'];
  return (
    <Notice tone="amber" title={`发文单位已催办 ${view.urged} 次${last ? `，最近一次 ${shortTime(last.at, now)}` : ''}。`}>
      {typeof text === 'string' && text}
    </Notice>
  );
}
