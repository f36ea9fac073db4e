import { type DeliveryEventView, type DeliveryView, exchangeWords } from '@karez/contracts-exchange';
import { deliveryLook, Meta, StateDot, Words } from '@karez/web-ui';
import type { WorksOn } from '../words/working-days.js';
import { DeliveryProcess } from './delivery-process.js';
import { DueNote } from './due-note.js';
import { useNarrow } from './use-narrow.js';

interface DeliveryHeadProps {
  view: DeliveryView;
  now: Date;
  works: WorksOn;
  /** 2 beside a list that has its own first heading. */
  level: 1 | 2;
  onReceipt: (event: DeliveryEventView) => void;
}

/** Title first, then state, sender, number, role; then the way it has come. */
export function DeliveryHead({ view, now, works, level, onReceipt }: DeliveryHeadProps) {
  const narrow = useNarrow();
  const due = <DueNote view={view} now={now} works={works} />;
  const dot = <StateDot look={deliveryLook[view.state]} />;
  const other = view.side === 'recipient' ? view.senderName : view.recipientName;
  return (
    <header className="ex-head">
      <div className="ex-head-line">
        <Title view={view} level={level} />
        {!narrow && due}
      </div>
      {narrow ? (
        <>
          <p className="kz-secondary">
            {other}，{view.number}
          </p>
          <div className="ex-head-state">
            {dot}
            {due}
          </div>
        </>
      ) : (
        <Meta>
          {dot}
          {view.senderName}
          {view.number}
          {`${exchangeWords.recipientRole[view.role]}${view.side === 'recipient' ? '我单位' : view.recipientName}`}
        </Meta>
      )}
      <DeliveryProcess view={view} now={now} onReceipt={onReceipt} />
    </header>
  );
}

function Title({ view, level }: { view: DeliveryView; level: 1 | 2 }) {
  const Heading = level === 1 ? 'h1' : 'h2';
  const { urgency = 'none', title } = view.document;
  return (
    <Heading tabIndex={-1}>
      <Words>{title}</Words>
      {urgency !== 'none' && <span className="kz-urgency">{exchangeWords.urgency[urgency]}</span>}
    </Heading>
  );
}
