import type { DeliveryAct, DeliveryEventView, DeliveryView } from '@karez/contracts-exchange';
import { lazy, Suspense, useState } from 'react';
import { BackBar, type BackTo } from './back-bar.js';
import { ChecksSection } from './checks-section.js';
import { DeliveryBar } from './delivery-bar.js';
import { DeliveryHead } from './delivery-head.js';
import { DeliveryNotices } from './delivery-notices.js';
import { DocumentArea } from './document-area.js';
import { FactsSection } from './facts-section.js';
import { FilesSection } from './files-section.js';
import { TimelineSection } from './timeline-section.js';
import { useDeliveryActs } from './use-delivery-acts.js';
import { useNarrow } from './use-narrow.js';
import { useNow } from './use-now.js';
import { useSignKey } from './use-sign-key.js';
import { useWorks } from './use-works.js';

const DeliveryDialog = lazy(() => import('./ask/delivery-dialog.js').then((m) => ({ default: m.DeliveryDialog })));
const ReceiptDialog = lazy(() => import('./receipt-dialog.js').then((m) => ({ default: m.ReceiptDialog })));

/** Head, document with what belongs to it, acts: one screen on the desk, one column on the phone. */
export function DeliverySheet({ view, level, back }: { view: DeliveryView; level: 1 | 2; back: BackTo }) {
  const narrow = useNarrow();
  const now = useNow();
  const works = useWorks(now);
  const [asking, setAsking] = useState<DeliveryAct>();
  const [receipt, setReceipt] = useState<DeliveryEventView>();
  const [incomingNumber, setIncomingNumber] = useState('');
  const acts = useDeliveryActs(view, { incomingNumber, onAsk: setAsking });
  useSignKey(acts.sign);
  const below = level === 1 ? 2 : 3;
  return (
    <article className="ex-detail" aria-label={view.document.title}>
      {narrow && <BackBar to={back} acts={acts.aside} />}
      <div className="ex-scroll" tabIndex={narrow ? 0 : undefined} {...(narrow && { role: 'region', 'aria-label': '公文' })}>
        <DeliveryHead view={view} now={now} works={works} level={level} onReceipt={setReceipt} />
        <DeliveryNotices view={view} now={now} onAsk={setAsking} onReceipt={setReceipt} />
        <div className="ex-body">
          <DocumentArea view={view} />
          <div className="ex-side" tabIndex={narrow ? undefined : 0} role="group" aria-label="核验、附件、要素、过程">
            <ChecksSection view={view} level={below} incomingNumber={incomingNumber} onIncomingNumber={setIncomingNumber} />
            <FilesSection view={view} level={below} now={now} />
            <FactsSection view={view} level={below} />
            <TimelineSection view={view} level={below} now={now} onReceipt={setReceipt} />
          </div>
        </div>
      </div>
      <DeliveryBar acts={acts} />
      <Suspense>
        {asking && <DeliveryDialog view={view} act={asking} onClose={() => setAsking(undefined)} />}
        {receipt && <ReceiptDialog view={view} event={receipt} onClose={() => setReceipt(undefined)} />}
      </Suspense>
    </article>
  );
}
