import type { DeliveryEventView, DeliveryView } from '@karez/contracts-exchange';
import { Facts } from '@karez/web-ui';
import { Button } from 'antd';
import { ProblemNote } from '../../app/problem-note.js';
import { fullTime } from '../words/full-time.js';
import { receiptWord } from '../words/receipt-words.js';
import { timelineLines } from '../words/timeline-words.js';
import { OfficeModal } from './office-modal.js';
import { useEvidence } from './use-evidence.js';

/** What one signed receipt says. The proof itself is the evidence file, checked without this system. */
export function ReceiptDialog({ view, event, onClose }: { view: DeliveryView; event: DeliveryEventView; onClose: () => void }) {
  const evidence = useEvidence(view);
  const [line] = timelineLines([event], view.side);
  return (
    <OfficeModal title={receiptWord(event.kind)} onClose={onClose} light>
      <Facts
        items={[
          ['回执编号', <span key="number">{event.receiptNumber ?? '没有编号'}</span>],
          ['事项', [line?.title, line?.note].filter(Boolean).join('，')],
          ['时间', fullTime(event.at)],
          ...(event.personName ? [['办理人', event.personName] as const] : []),
          ['公文', `${view.number} ${view.document.title}`],
          ['收文单位', view.recipientName],
          ['公文摘要', <Digest key="digest" value={view.digest} />],
        ]}
      />
      <p className="kz-caption ex-receipt-proof">回执由出具单位用 SM2 证书签名，连同公文和全部过程收在证据文件里，不联网也能核验。</p>
      <ProblemNote problem={evidence.refusal} onDismiss={evidence.dismiss} />
      <div className="kz-form-acts">
        <Button loading={evidence.busy} onClick={() => evidence.run({ deliveryId: view.id })}>
          下载证据文件
        </Button>
        <Button onClick={onClose}>关闭</Button>
      </div>
    </OfficeModal>
  );
}

const Digest = ({ value }: { value: string }) => <span className="kz-mono ex-digest">{value}</span>;
