import { ProblemError } from '@karez/web-client';
import { SchemaForm } from '@karez/web-ui';
import { useMutation } from '@tanstack/react-query';
import { Modal } from 'antd';
import { api } from './api.js';

/** The second factor, asked once for ten minutes of signing acts. The act that asked for it goes on by itself afterwards. */
export function StepUpDialog({ onClose }: { onClose: (passed: boolean) => void }) {
  const pass = useMutation({ mutationFn: (code: string) => api.identity.stepUp({ code }), onSuccess: () => onClose(true) });
  const refusal = pass.error instanceof ProblemError ? pass.error : null;
  return (
    <Modal open title="请再验证一次身份" footer={null} onCancel={() => onClose(false)} destroyOnHidden>
      <p className="office-lead">这一步要签署，须输入身份验证器上的 6 位验证码。通过后 10 分钟内不再询问。</p>
      <SchemaForm
        label="二次验证"
        fields={[{ kind: 'code', name: 'code', label: '验证码', required: true }]}
        submit="验证并继续"
        busy={pass.isPending}
        refusal={refusal}
        refusalMore={refusal?.code === 'identity.session.factor_not_enrolled' && <a href="/office/account/factor">现在去绑定</a>}
        onSubmit={({ code }) => pass.mutate(code as string)}
        onCancel={() => onClose(false)}
      />
    </Modal>
  );
}
