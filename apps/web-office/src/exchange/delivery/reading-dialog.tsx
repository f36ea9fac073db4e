import type { DeliveryView } from '@karez/contracts-exchange';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { PaperOf } from './paper-of.js';

/** The sheet alone over the whole window. */
export function ReadingDialog({ view, onClose }: { view: DeliveryView; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog ref={dialog} className="ex-reading" aria-label={`全屏阅读：${view.document.title}`} onClose={onClose}>
      <div className="ex-reading-head">
        <b>{view.document.title}</b>
        <Button onClick={() => dialog.current?.close()}>关闭</Button>
      </div>
      <div className="ex-paper-room" tabIndex={0} role="region" aria-label="公文，可滚动阅读">
        <PaperOf view={view} />
      </div>
    </dialog>
  );
}
