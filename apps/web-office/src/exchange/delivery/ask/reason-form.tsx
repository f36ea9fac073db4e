import { SchemaForm } from '@karez/web-ui';
import { api } from '../../../app/api.js';
import { drafts } from '../../../app/drafts.js';
import { useDeliveryAct } from '../use-delivery-act.js';
import type { AskFormProps } from './delivery-dialog.js';

const calls = { recall: api.exchange.recallDelivery, revoke: api.exchange.revokeDelivery };
const words = {
  recall: {
    ...{ label: '撤回', said: '已请求撤回' },
    lead: '对方还没有签收才能撤回。能否撤回由对方节点当场裁定：先签收的，以签收为准。',
  },
  revoke: {
    ...{ label: '商请收回', said: '已商请收回' },
    lead: '正式文件已经生效，收回要对方同意。对方会看到原因，并列出已打印的份数。',
  },
};

/** 撤回, 商请收回: why. */
export function ReasonForm({ view, act, onClose }: AskFormProps & { act: 'recall' | 'revoke' }) {
  const key = `exchange.${act}.${view.id}`;
  const { label, said, lead } = words[act];
  const ask = useDeliveryAct(calls[act], {
    said: ({ state, number, recipientName }) =>
      state === 'recalled' ? `已撤回发往${recipientName}的${number}。` : `${said}发往${recipientName}的${number}，等待对方答复。`,
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
        fields={[{ kind: 'long', name: 'reason', label: '原因', help: '必填，对方会看到', required: true, max: 500 }]}
        submit={label}
        busy={ask.busy}
        refusal={ask.refusal}
        draft={{ key, store: drafts }}
        onSubmit={({ reason }) => ask.run({ deliveryId: view.id, reason: String(reason).trim() })}
        onCancel={onClose}
      />
    </>
  );
}
