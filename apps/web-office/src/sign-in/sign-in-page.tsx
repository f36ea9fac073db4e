import { KarezLogo, notForSecrets, Notice } from '@karez/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { meKey } from '../app/api.js';
import { usePageTitle } from '../app/page-title.js';
import { useMeQuery } from '../app/person-self.js';
import { safeNext } from './safe-next.js';
import { SignInForm } from './sign-in-form.js';

export function SignInPage() {
  usePageTitle('登录');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const me = useMeQuery();
  const next = safeNext(search.get('next'));
  if (me.data && !me.isError) return <Navigate to={next} replace />;
  return (
    <main className="office-signin" id="main">
      <div className="office-signin-sheet">
        <div className="office-signin-brand">
          <KarezLogo size={44} />
          <div>
            <h1>坎儿井</h1>
            <p>水利政务协同平台 工作台</p>
          </div>
        </div>
        {search.has('left') && <Notice tone="water">已退出登录。</Notice>}
        {search.has('next') && next !== '/' && !search.has('left') && <Notice tone="sand">请先登录，登录后回到您要打开的页面。</Notice>}
        <SignInForm
          onSignedIn={async ({ passwordMustChange }) => {
            await queries.resetQueries({ queryKey: meKey });
            await navigate(passwordMustChange ? '/account/password' : next, { replace: true });
          }}
        />
      </div>
      <p className="office-signin-foot">{notForSecrets.join(' ')}</p>
    </main>
  );
}
