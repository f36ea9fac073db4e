import { feedKinds, type CreateWebhook, type FeedKind, type WebhookView } from '@karez/contracts-exchange';
import { Notice, SchemaForm, type FieldSpec } from '@karez/web-ui';
import { Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { useAct } from '../../app/use-act.js';
import { CopyButton } from '../copy-button.js';
import { textOf } from '../text-of.js';
import { feedWord } from './webhook-words.js';

const fields: readonly FieldSpec[] = [
  {
    ...{ kind: 'text', name: 'url', label: '推送地址', required: true, max: 500, placeholder: 'https://oa.example.gov.cn/karez/events' },
    pattern: [/^https?:\/\/[^\s]+$/, '地址以 https:// 开头'],
  },
  {
    ...{ kind: 'own', name: 'kinds', label: '推送什么', help: '不选就是全部' },
    control: <Checkbox.Group className="exchange-kinds" options={feedKinds.map((value) => ({ value, label: feedWord[value] }))} />,
  },
];

const isKind = (value: unknown): value is FeedKind => (feedKinds as readonly unknown[]).includes(value);
const requestOf = ({ url, kinds }: Record<string, unknown>): CreateWebhook => {
  const chosen = Array.isArray(kinds) ? kinds.filter(isKind) : [];
  return { url: textOf(url).trim(), ...(chosen.length > 0 && { kinds: chosen }) };
};

/** The address, then the key once: who closes it without keeping it removes the address and sets it again. */
export function WebhookDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<WebhookView>();
  const create = useAct((values: Record<string, unknown>) => api.exchange.createWebhook(requestOf(values)), {
    changes: [['exchange', 'webhooks']],
    onDone: setMade,
  });
  return (
    <Modal
      open
      title={made ? '保管好推送密钥' : '设推送地址'}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
      maskClosable={!made}
      closable={!made}
      keyboard={!made}
    >
      {made ? (
        <Secret webhook={made} onClose={onClose} />
      ) : (
        <SchemaForm
          label="设推送地址"
          fields={fields}
          submit="设置"
          busy={create.busy}
          refusal={create.refusal}
          onSubmit={create.run}
          onCancel={onClose}
        />
      )}
    </Modal>
  );
}

const Secret = ({ webhook, onClose }: { webhook: WebhookView; onClose: () => void }) => (
  <div className="exchange-steps">
    <Notice tone="amber" title="密钥只显示这一次。">
      对方系统用它核对每次推送的签名（请求头 X-Karez-Signature，HMAC-SM3）。没有记下只能取消后重设。
    </Notice>
    <p className="office-strong">{webhook.orgName}</p>
    <p className="kz-mono exchange-address">{webhook.url}</p>
    <p className="kz-mono office-password exchange-address">{webhook.secret}</p>
    <div className="exchange-copy">{webhook.secret && <CopyButton label="复制密钥" text={webhook.secret} />}</div>
    <div className="kz-form-acts">
      <Button type="primary" onClick={onClose}>
        已经保管好
      </Button>
    </div>
  </div>
);
