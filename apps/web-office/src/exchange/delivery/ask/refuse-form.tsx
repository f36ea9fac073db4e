import { exchangeWords, type RefusalReason, refusalReasons } from '@karez/contracts-exchange';
import { FilterChips, SchemaForm } from '@karez/web-ui';
import { api } from '../../../app/api.js';
import { drafts } from '../../../app/drafts.js';
import { useDeliveryAct } from '../use-delivery-act.js';
import type { AskFormProps } from './delivery-dialog.js';

const calls = { reject: api.exchange.rejectDelivery, return: api.exchange.returnDelivery };
const words = {
  reject: { label: '拒收', lead: '拒收后这件公文退回发文单位，由其更正重发；本单位不留存待办。' },
  return: { label: '退文', lead: '签收后发现问题才退文。签收的记录保留，发文单位确认后重发或另行处理。' },
};

/** 拒收, 退文: which kind of reason, and what exactly; it reaches the drafter's desk. */
export function RefuseForm({ view, act, onClose }: AskFormProps & { act: 'reject' | 'return' }) {
  const key = `exchange.${act}.${view.id}`;
  const { label, lead } = words[act];
  const refuse = useDeliveryAct(calls[act], {
    said: ({ number, receiptNumber }) => `已${label}${number}${receiptNumber ? `，回执 ${receiptNumber}` : ''}，发文单位会看到理由。`,
    onDone: () => {
      drafts.drop(key);
      onClose();
    },
  });
  return (
    <>
      <p className="office-lead">{lead}</p>
      <SchemaForm
        label={label}
        fields={[
          { kind: 'own', name: 'reason', label: '理由分类', required: true, control: <ReasonChips /> },
          { kind: 'long', name: 'text', label: `${label}理由`, help: '必填，对方拟稿人会看到', required: true, max: 500 },
        ]}
        submit={label}
        busy={refuse.busy}
        refusal={refuse.refusal}
        draft={{ key, store: drafts }}
        onSubmit={({ reason, text }) => refuse.run({ deliveryId: view.id, reason: reasonOf(reason), text: String(text).trim() })}
        onCancel={onClose}
      />
    </>
  );
}

const reasonOf = (value: unknown): RefusalReason => refusalReasons.find((reason) => reason === value) ?? 'other';

/** Receives value and change from the form. */
const ReasonChips = ({ value, onChange }: { value?: RefusalReason; onChange?: (reason: RefusalReason | '') => void }) => (
  <FilterChips<RefusalReason | ''>
    label="理由分类"
    value={value ?? ''}
    onChange={(reason) => onChange?.(reason)}
    chips={refusalReasons.map((reason) => ({ value: reason, label: exchangeWords.refusalReason[reason] }))}
  />
);
