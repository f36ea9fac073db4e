import { Card, Facts } from '@karez/web-ui';
import { Button } from 'antd';
import { useState } from 'react';

/** A password that the system has made: shown this once, handed over by the administrator, changed at the first sign-in. */
export function FirstPassword({ account, password, onSeen }: { account: string; password: string; onSeen: () => void }) {
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const copy = () =>
    navigator.clipboard.writeText(password).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  return (
    <Card title="首次登录密码" note="只显示这一次">
      <Facts
        items={[
          [
            '账号',
            <span key="account" className="kz-mono">
              {account}
            </span>,
          ],
          [
            '密码',
            <output key="password" className="kz-mono office-password">
              {password}
            </output>,
          ],
        ]}
      />
      <p className="office-lead">请当面或通过单位内部渠道交给本人，本人首次登录后必须改成自己的密码。离开本页后无法再看到，只能重置。</p>
      <div className="kz-form-acts">
        <Button onClick={() => void copy()}>复制密码</Button>
        <Button type="primary" onClick={onSeen}>
          已经交付
        </Button>
        <span className="kz-caption" role="status">
          {copied === 'yes' && '已复制。'}
          {copied === 'no' && '浏览器不允许复制，请手工抄写。'}
        </span>
      </div>
    </Card>
  );
}
