import type { DocumentView } from '@karez/contracts-exchange';
import { Button, Modal } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';
import { exchangeKey } from '../exchange-queries.js';

/** 删除草稿: only what was never sealed can go. */
export function DiscardDialog({ view, onDone, onClose }: { view: DocumentView; onDone: () => void; onClose: () => void }) {
  const navigate = useNavigate();
  const discard = useAct(() => api.exchange.discardDocument({ documentId: view.id }), {
    changes: [[...exchangeKey, 'documents']],
    said: () => `已删除草稿「${view.title}」。`,
    onDone: () => {
      onDone();
      void navigate('/exchange/documents', { replace: true });
    },
  });
  return (
    <Modal open title={`删除草稿「${view.title}」`} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="office-lead">
        草稿和它的 {view.files.length} 个文件一起删除，不能恢复。发文字号 {view.number} 空出来。
      </p>
      <ProblemNote problem={discard.refusal} onDismiss={discard.dismiss} />
      <div className="kz-form-acts">
        <Button type="primary" loading={discard.busy} onClick={() => discard.run(undefined)}>
          删除草稿
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </Modal>
  );
}
