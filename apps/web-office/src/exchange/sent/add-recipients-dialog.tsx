import { type AddRecipients, type DispatchView, exchangeWords, type RecipientRole, recipientRoles } from '@karez/contracts-exchange';
import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';
import { type Chosen, idsOf, membersOf, nobody } from '../compose/recipients/chosen.js';
import { RecipientPicker } from '../compose/recipients/recipient-picker.js';
import { RecipientCheck } from '../compose/recipients/recipient-check.js';
import { exchangeKey } from '../exchange-queries.js';

/** 补发单位: further bodies get the same sealed document, on the same terms. */
export function AddRecipientsDialog({ dispatch, onClose }: { dispatch: DispatchView; onClose: () => void }) {
  const [role, setRole] = useState<RecipientRole>('primary');
  const [chosen, setChosen] = useState<Chosen>(nobody);
  const [refused, setRefused] = useState(0);
  const add = useAct((request: AddRecipients) => api.exchange.addRecipients(request), {
    changes: [exchangeKey],
    said: ({ deliveries }) => `已补发，现在共 ${deliveries.length} 家。`,
    onDone: onClose,
  });
  const count = membersOf(chosen);
  const change = (next: RecipientRole) => {
    // one request has one role: who was chosen goes over to the new one
    setChosen({ ...nobody, [next]: chosen[role] });
    setRole(next);
  };
  return (
    <Modal open width={760} title="补发单位" footer={null} onCancel={onClose} destroyOnHidden>
      <p className="office-lead">补发同一份公文，时限和打印份数与原来相同；已经收到的单位不会重复。</p>
      <div className="sent-add-role">
        方式
        <Radio.Group
          aria-label="补发方式"
          value={role}
          options={recipientRoles.map((each) => ({ value: each, label: exchangeWords.recipientRole[each] }))}
          onChange={({ target }) => change(target.value as RecipientRole)}
        />
      </div>
      <RecipientPicker role={role} chosen={chosen} onChosen={setChosen} />
      <RecipientCheck documentId={dispatch.documentId} chosen={chosen} onChosen={setChosen} onRefused={setRefused} />
      <ProblemNote problem={add.refusal} onDismiss={add.dismiss} />
      <div className="kz-form-acts">
        <Button
          type="primary"
          loading={add.busy}
          disabled={count === 0 || refused > 0}
          onClick={() => add.run({ dispatchId: dispatch.id, role, recipients: idsOf(chosen)[role] ?? [] })}
        >
          {count === 0 ? '补发' : `补发给 ${count} 家`}
        </Button>
        <Button onClick={onClose}>取消</Button>
        {refused > 0 && <span className="kz-secondary">有 {refused} 家不能发，先移除</span>}
      </div>
    </Modal>
  );
}
