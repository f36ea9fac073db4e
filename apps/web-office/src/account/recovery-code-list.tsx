import { Card } from '@karez/web-ui';
import { Button } from 'antd';

/** Shown once. Printing shows the list alone. */
export const RecoveryCodeList = ({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) => (
  <Card title="恢复码" note="只显示这一次">
    <p className="office-lead">手机不在身边时，登录可用恢复码代替验证码，每个只能用一次。请打印或抄下，与工作证件一起保管。</p>
    <ol className="office-codes">
      {codes.map((code) => (
        <li key={code} className="kz-mono">
          {code}
        </li>
      ))}
    </ol>
    <div className="kz-form-acts">
      <Button onClick={() => window.print()}>打印</Button>
      <Button type="primary" onClick={onKept}>
        已经保管好
      </Button>
    </div>
  </Card>
);
