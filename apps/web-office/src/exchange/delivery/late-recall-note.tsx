import type { DeliveryAct, DeliveryEventView, DeliveryView } from '@karez/contracts-exchange';
import { Refusal, type Act } from '@karez/web-ui';
import { Button } from 'antd';
import { useState } from 'react';
import { lateRecallOfView } from '../words/late-recall.js';

interface LateRecallNoteProps {
  view: DeliveryView;
  now: Date;
  onAsk: (act: DeliveryAct) => void;
  onReceipt: (event: DeliveryEventView) => void;
}

/** The recall came too late: who was first, and the two ways that are still open. It stays until it is dismissed. */
export function LateRecallNote({ view, now, onAsk, onReceipt }: LateRecallNoteProps) {
  const key = `exchange.late-recall.${view.id}`;
  const late = lateRecallOfView(view, now);
  const [dismissed, setDismissed] = useState(() => Number(sessionStorage.getItem(key)));
  if (!late || dismissed >= late.seq) return null;
  const won = view.timeline.findLast(({ kind }) => kind === 'signed_for' || kind === 'rejected');
  const may = (act: DeliveryAct) => view.acts.some((offer) => offer.act === act && !offer.reason);
  const ways: Act[] = [
    ...(may('revoke') ? [{ key: 'revoke', label: '商请收回', asks: true, onAct: () => onAsk('revoke') }] : []),
    ...(may('reissue') ? [{ key: 'reissue', label: '发更正件', asks: true, onAct: () => onAsk('reissue') }] : []),
  ];
  return (
    <Refusal
      result={late.result}
      ways={view.state === 'signed_for' ? ways : []}
      evidence={
        won?.receiptNumber && (
          <Button type="text" size="small" onClick={() => onReceipt(won)}>
            {won.kind === 'signed_for' ? '看签收回执' : '看拒收回执'}
          </Button>
        )
      }
      onDismiss={() => {
        sessionStorage.setItem(key, String(late.seq));
        setDismissed(late.seq);
      }}
    >
      {late.words}
    </Refusal>
  );
}
