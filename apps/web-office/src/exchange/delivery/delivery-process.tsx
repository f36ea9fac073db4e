import type { DeliveryEventView, DeliveryView } from '@karez/contracts-exchange';
import { ProcessLine } from '@karez/web-ui';
import { receiptWord } from '../words/receipt-words.js';
import { brief, processSteps } from './process-steps.js';
import { useNarrow } from './use-narrow.js';

interface DeliveryProcessProps {
  view: DeliveryView;
  now: Date;
  onReceipt: (event: DeliveryEventView) => void;
}

/** The wells of one delivery; a well that has a receipt opens it. */
export function DeliveryProcess({ view, now, onReceipt }: DeliveryProcessProps) {
  const narrow = useNarrow();
  const steps = processSteps(view, now);
  return (
    <div className="ex-process">
      <ProcessLine
        label="送达过程"
        direction="row"
        steps={(narrow ? brief(steps) : steps).map(({ key, state, title, note, receipt }) => ({
          ...{ key, state, title },
          note: (
            <>
              {note}{' '}
              {receipt && (
                <button type="button" className="ex-receipt" onClick={() => onReceipt(receipt)}>
                  {receiptWord(receipt.kind)}
                </button>
              )}
            </>
          ),
        }))}
      />
    </div>
  );
}
