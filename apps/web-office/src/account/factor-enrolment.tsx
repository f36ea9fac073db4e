import { Card, ProcessLine, SchemaForm } from '@karez/web-ui';
import { api, meKey } from '../app/api.js';
import { useAct } from '../app/use-act.js';
import { QrPicture } from './qr-picture.js';

interface FactorEnrolmentProps {
  uri: string;
  secret: string;
  onConfirmed: (codes: readonly string[]) => void;
  onCancel: () => void;
}

export function FactorEnrolment({ uri, secret, onConfirmed, onCancel }: FactorEnrolmentProps) {
  const confirm = useAct((code: string) => api.identity.confirmFactor({ code }), {
    changes: [meKey],
    said: () => '已绑定身份验证器。',
    onDone: ({ codes }) => onConfirmed(codes),
  });
  return (
    <Card title="绑定身份验证器">
      <div className="office-enrol">
        <QrPicture text={uri} label="用身份验证器扫描的二维码" />
        <div>
          <ProcessLine
            label="绑定步骤"
            direction="column"
            steps={[
              {
                key: 'scan',
                state: 'now',
                title: '用手机上的身份验证器扫描左边的二维码',
                note: (
                  <>
                    扫不了就手工输入密钥：<span className="kz-mono office-secret">{secret.match(/.{1,4}/g)?.join(' ')}</span>
                  </>
                ),
              },
              { key: 'code', state: 'todo', title: '输入手机上显示的 6 位验证码' },
              { key: 'keep', state: 'todo', title: '抄下恢复码，手机不在身边时用' },
            ]}
          />
          <SchemaForm
            label="确认绑定"
            fields={[{ kind: 'code', name: 'code', label: '验证码', required: true, pattern: [/^\d{6}$/, '6 位数字'] }]}
            submit="确认绑定"
            busy={confirm.busy}
            refusal={confirm.refusal}
            onSubmit={({ code }) => confirm.run(code as string)}
            onCancel={onCancel}
          />
        </div>
      </div>
    </Card>
  );
}
