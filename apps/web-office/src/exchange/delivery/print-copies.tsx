import type { DeliveryView, PrintLicence } from '@karez/contracts-exchange';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { PaperOf } from './paper-of.js';

interface PrintCopiesProps {
  view: DeliveryView;
  licence: PrintLicence;
  onPrinted: () => void;
}

/** The licensed copies, seen by the printer only: one sheet after another, each with its number, the watermark on every page. */
export function PrintCopies({ view, licence, onPrinted }: PrintCopiesProps) {
  const { firstCopy, lastCopy, watermark } = licence;
  useEffect(() => {
    document.documentElement.classList.add('ex-printing');
    const done = () => onPrinted();
    addEventListener('afterprint', done, { once: true });
    // the sheets are in the page by the next frame
    const frame = requestAnimationFrame(() => print());
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener('afterprint', done);
      document.documentElement.classList.remove('ex-printing');
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each licence: the printer is asked a single time
  }, [licence]);
  const copies = Array.from({ length: lastCopy - firstCopy + 1 }, (_, at) => firstCopy + at);
  return (
    <>
      <p>正在送往打印机。</p>
      {createPortal(
        <div className="ex-print">
          <div className="ex-watermark" aria-hidden="true">
            {Array.from({ length: 12 }, (_, at) => (
              <span key={at}>{watermark}</span>
            ))}
          </div>
          {copies.map((copy) => (
            <PaperOf key={copy} view={view} copy={`份号 ${String(copy).padStart(6, '0')}`} />
          ))}
        </div>,
        document.body,
      )}
    </>
  );
}
