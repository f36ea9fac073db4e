import { keyUses, type BodyKeyView, type RotateKey } from '@karez/contracts-exchange';
import { SchemaForm, type FieldSpec } from '@karez/web-ui';
import { Modal } from 'antd';
import { api } from '../../app/api.js';
import { useAct } from '../../app/use-act.js';
import { BodyChoice } from '../directory/body-choice.js';
import { Fingerprint } from '../fingerprint.js';
import { textOf } from '../text-of.js';
import { keyUseWord, type KeyAct } from './key-words.js';

/** A question before a key is made or taken out of use: whose, and what follows from it. */
export function KeyDialog({ asked, onClose }: { asked: KeyAct; onClose: () => void }) {
  const title =
    asked.act === 'first'
      ? '为单位发密钥'
      : `${asked.act === 'rotate' ? '更换' : '撤销'}「${asked.key.ownerName}」的${keyUseWord[asked.key.use]}密钥`;
  return (
    <Modal open title={title} footer={null} onCancel={onClose} destroyOnHidden>
      {asked.act === 'revoke' ? (
        <Revoke of={asked.key} onClose={onClose} />
      ) : (
        <Rotate of={asked.act === 'rotate' ? asked.key : undefined} onClose={onClose} />
      )}
    </Modal>
  );
}

const whose: readonly FieldSpec[] = [
  { kind: 'own', name: 'orgId', label: '单位', required: true, control: <BodyChoice /> },
  {
    ...{ kind: 'choice', name: 'use', label: '用途', required: true },
    options: keyUses.map((value) => ({ value, label: keyUseWord[value] })),
  },
];

const chosen = (values: Record<string, unknown>): RotateKey => ({
  orgId: textOf(values['orgId']),
  use: values['use'] === 'encryption' ? 'encryption' : 'signature',
});

function Rotate({ of, onClose }: { of: BodyKeyView | undefined; onClose: () => void }) {
  const rotate = useAct(api.exchange.rotateKey, {
    changes: [['exchange']],
    said: ({ ownerName, use }) => `「${ownerName}」的${keyUseWord[use]}密钥已换新，即刻启用。`,
    onDone: onClose,
  });
  return (
    <>
      <p className="office-lead">
        新密钥即刻启用，证书随通讯录发到各节点。原密钥不再用于新的签名；用它签过的公文和回执仍然有效，照常可以核验。
      </p>
      <SchemaForm
        label="更换密钥"
        fields={of ? [] : whose}
        initial={{ use: 'signature' }}
        submit={of ? '更换' : '发密钥'}
        busy={rotate.busy}
        refusal={rotate.refusal}
        onSubmit={(values) => rotate.run(of ? { orgId: of.ownerId, use: of.use } : chosen(values))}
        onCancel={onClose}
      />
    </>
  );
}

const reason: FieldSpec = { kind: 'long', name: 'reason', label: '撤销理由', required: true, max: 300, help: '写入审计，各节点都看得到' };

function Revoke({ of, onClose }: { of: BodyKeyView; onClose: () => void }) {
  const revoke = useAct(
    (values: Record<string, unknown>) => api.exchange.revokeKey({ keyId: of.keyId, reason: textOf(values['reason']) }),
    {
      changes: [['exchange']],
      said: ({ ownerName, use }) => `「${ownerName}」的${keyUseWord[use]}密钥已撤销。`,
      onDone: onClose,
    },
  );
  return (
    <>
      <p className="office-lead">
        密钥泄露或失控时撤销。撤销之后用它签的一律不认；之前签的仍然有效。撤销不能取消。
        {of.current && `这是现用密钥：换上新密钥之前，「${of.ownerName}」不能${of.use === 'signature' ? '封装、签收' : '收文'}。`}
      </p>
      <p className="office-lead">
        指纹 <Fingerprint hex={of.fingerprint} />
      </p>
      <SchemaForm
        label="撤销密钥"
        fields={[reason]}
        submit="撤销这枚密钥"
        busy={revoke.busy}
        refusal={revoke.refusal}
        onSubmit={revoke.run}
        onCancel={onClose}
      />
    </>
  );
}
