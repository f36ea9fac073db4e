import { Card, Notice } from '@karez/web-ui';
import { Button } from 'antd';
import { useState } from 'react';
import { api, meKey } from '../app/api.js';
import { AskButton } from '../app/ask-button.js';
import { useMe } from '../app/person-self.js';
import { ProblemNote } from '../app/problem-note.js';
import { useAct } from '../app/use-act.js';
import { FactorEnrolment } from './factor-enrolment.js';
import { RecoveryCodeList } from './recovery-code-list.js';

/** The authenticator: enrol with a picture, confirm with a code, keep the recovery codes, release. */
export function FactorCard() {
  const me = useMe();
  const [secret, setSecret] = useState<{ uri: string; secret: string }>();
  const [codes, setCodes] = useState<readonly string[]>();
  const enrol = useAct(api.identity.enrolFactor, { onDone: setSecret });
  const remove = useAct(api.identity.removeFactor, { changes: [meKey], said: () => '已解除身份验证器的绑定。' });
  if (codes) return <RecoveryCodeList codes={codes} onKept={() => setCodes(undefined)} />;
  if (secret) {
    return (
      <FactorEnrolment
        {...secret}
        onCancel={() => setSecret(undefined)}
        onConfirmed={(recovery) => {
          setSecret(undefined);
          setCodes(recovery);
        }}
      />
    );
  }
  return (
    <Card title="二次验证" note={me.factorEnrolled ? '已绑定身份验证器' : '未绑定'}>
      {me.factorMissing && (
        <Notice tone="amber" title="您的角色要求绑定身份验证器。">
          请尽快绑定：签署和管理类操作要用它再证明一次身份。
        </Notice>
      )}
      <p className="office-lead">
        {me.factorEnrolled
          ? `登录和签署时须输入手机上的 6 位验证码。还有 ${me.recoveryCodesLeft} 个恢复码。`
          : '手机上的身份验证器每 30 秒给出一个 6 位验证码。绑定后，只知道密码的人不能登录，签署类操作也会再问一次。'}
      </p>
      <ProblemNote problem={enrol.refusal ?? remove.refusal} onDismiss={enrol.refusal ? enrol.dismiss : remove.dismiss} />
      <div className="kz-form-acts">
        {me.factorEnrolled ? (
          <AskButton
            label="解除绑定"
            question="解除后，登录和签署不再问验证码；换手机可以重新绑定。"
            busy={remove.busy}
            onYes={() => remove.run({})}
          />
        ) : (
          <Button type="primary" loading={enrol.busy} onClick={() => enrol.run({})}>
            绑定身份验证器
          </Button>
        )}
      </div>
    </Card>
  );
}
