import { Notice } from '@karez/web-ui';
import { Link } from 'react-router';

export const FactorNotice = () => (
  <Notice tone="amber" title="您的角色要求绑定身份验证器。" aside={<Link to="/account/factor">现在绑定</Link>}>
    绑定之前，签署类和管理类操作会被拒绝。
  </Notice>
);
