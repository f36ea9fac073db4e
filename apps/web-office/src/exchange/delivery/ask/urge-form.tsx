import { SchemaForm } from '@karez/web-ui';
import { api } from '../../../app/api.js';
import { useDeliveryAct } from '../use-delivery-act.js';
import type { AskFormProps } from './delivery-dialog.js';

/** 催办: a word may go with it. */
export function UrgeForm({ view, onClose }: AskFormProps) {
  const urge = useDeliveryAct(api.exchange.urgeDelivery, {
    said: ({ recipientName }) => `已催办${recipientName}。`,
    onDone: onClose,
  });
  return (
    <>
      <p className="office-lead">对方文书岗会收到催办；逾期未签收的，系统还会按时限提请其办公室负责人和上级单位关注。</p>
      <SchemaForm
        label="催办"
        fields={[{ kind: 'long', name: 'text', label: '附言', help: '可不填', max: 200 }]}
        submit="催办"
        busy={urge.busy}
        refusal={urge.refusal}
        onSubmit={({ text }) => urge.run({ deliveryId: view.id, ...(typeof text === 'string' && text.trim() && { text: text.trim() }) })}
        onCancel={onClose}
      />
    </>
  );
}
