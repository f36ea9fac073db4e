import { Notice } from '@karez/web-ui';
import { Link } from 'react-router';

export const FactorNotice = () => (
  <Notice tone="amber" title="您的角色要求绑定身份验证器。" aside={<Link to="/account/factor">现在绑定</Link>}>
    请尽快绑定：签署和管理类操作要用它再证明一次身份。
  </Notice>
);
