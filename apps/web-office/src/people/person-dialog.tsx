import type { PersonView } from '@karez/contracts-identity';
import { SchemaForm } from '@karez/web-ui';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../app/api.js';
import { drafts } from '../app/drafts.js';
import { ProblemNote } from '../app/problem-note.js';
import { useAct } from '../app/use-act.js';
import { FirstPassword } from './first-password.js';
import { peopleKey } from './people-queries.js';

export const PersonDialog = ({ person, act, onClose }: { person: PersonView; act: 'disable' | 'reset'; onClose: () => void }) => (
  <Modal
    open
    title={act === 'disable' ? `停用 ${person.name} 的账号` : `重置 ${person.name} 的密码`}
    footer={null}
    onCancel={onClose}
    destroyOnHidden
    mask={{ closable: false }}
  >
    {act === 'disable' ? <Disable person={person} onClose={onClose} /> : <Reset person={person} onClose={onClose} />}
  </Modal>
);

function Disable({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const draftKey = `person.disable.${person.id}`;
  const disable = useAct((reason: string) => api.identity.disablePerson({ personId: person.id, reason }), {
    changes: [peopleKey],
    said: ({ name }) => `已停用 ${name} 的账号，其全部登录在 5 秒内结束。`,
    onDone: () => {
      drafts.drop(draftKey);
      onClose();
    },
  });
  return (
    <>
      <p className="office-lead">停用后不能登录，正在使用的登录 5 秒内全部结束。记录和文件仍以其姓名显示，可以随时再启用。</p>
      <SchemaForm
        label="停用账号"
        fields={[{ kind: 'long', name: 'reason', label: '原因', required: true, max: 200, help: '写入审计记录' }]}
        submit="停用账号"
        busy={disable.busy}
        refusal={disable.refusal}
        draft={{ key: draftKey, store: drafts }}
        onSubmit={({ reason }) => disable.run(reason as string)}
        onCancel={onClose}
      />
    </>
  );
}

function Reset({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const [password, setPassword] = useState<string>();
  const reset = useAct(api.identity.resetPassword, {
    changes: [peopleKey],
    said: () => `已重置 ${person.name} 的密码。`,
    onDone: ({ firstPassword }) => setPassword(firstPassword),
  });
  if (password) return <FirstPassword account={person.account} password={password} onSeen={onClose} />;
  return (
    <>
      <p className="office-lead">系统生成一个新密码，只显示一次；原密码立即失效，正在使用的登录全部结束，本人下次登录必须改密码。</p>
      <ProblemNote problem={reset.refusal} onDismiss={reset.dismiss} />
      <div className="kz-form-acts">
        <Button type="primary" loading={reset.busy} onClick={() => reset.run({ personId: person.id })}>
          重置密码
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </>
  );
}
