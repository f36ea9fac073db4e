import type { DocumentView } from '@karez/contracts-exchange';
import { Button, Modal } from 'antd';
import { api } from '../../app/api.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';
import { exchangeKey } from '../exchange-queries.js';
import { SealCheckList } from './seal-check-list.js';
import { mayBeSealed, type SealCheck } from './seal-checks.js';

/** 封装: what was looked at, what the signature does, and that nothing changes afterwards. */
export function SealDialog({ view, checks, onClose }: { view: DocumentView; checks: readonly SealCheck[]; onClose: () => void }) {
  const seal = useAct(() => api.exchange.sealDocument({ documentId: view.id }), {
    changes: [exchangeKey],
    said: ({ number }) => `已封装 ${number}，可以选收文单位发送。`,
    onDone: onClose,
  });
  const ready = mayBeSealed(checks);
  return (
    <Modal open title={`封装「${view.title}」`} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="office-lead">
        把要素、正文和 {view.files.length} 个文件固定下来，用{view.orgName}的证书签名。封装后一个字也不能再改；要改须另行登记。
      </p>
      <SealCheckList checks={checks} />
      <ProblemNote problem={seal.refusal} onDismiss={seal.dismiss} />
      <div className="kz-form-acts">
        <Button type="primary" loading={seal.busy} disabled={!ready} onClick={() => seal.run(undefined)}>
          封装
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
      <p className="kz-caption compose-signs">这一步要签署，会请您再验证一次身份。</p>
    </Modal>
  );
}
