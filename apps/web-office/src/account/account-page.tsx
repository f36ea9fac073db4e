import { PageHeader } from '@karez/web-ui';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { usePageTitle } from '../app/page-title.js';
import { useMe } from '../app/person-self.js';
import { useSignOut } from '../app/session-acts.js';
import { Waiting } from '../app/waiting.js';
import { NotFoundPage } from '../refused/not-found-page.js';
import { ContactCard } from './contact-card.js';
import { PasswordCard } from './password-card.js';
import { PostsCard } from './posts-card.js';
import { SessionsCard } from './sessions-card.js';

const FactorCard = lazy(() => import('./factor-card.js').then((m) => ({ default: m.FactorCard })));

const sections = [
  ['contact', '联系方式'],
  ['posts', '岗位与权限'],
  ['password', '密码'],
  ['factor', '二次验证'],
  ['sessions', '登录'],
] as const;

export function AccountPage() {
  usePageTitle('我的账号');
  const me = useMe();
  const { section = 'contact' } = useParams();
  const signOut = useSignOut();
  if (!sections.some(([key]) => key === section)) return <NotFoundPage />;
  return (
    <>
      <PageHeader
        title="我的账号"
        meta={`${me.name}，账号 ${me.account}`}
        acts={
          <button type="button" className="kz-textact office-phone-only" onClick={() => signOut.run({})}>
            退出登录
          </button>
        }
      />
      <div className="kz-page">
        {!me.passwordMustChange && (
          <nav className="office-tabs" aria-label="我的账号">
            {sections.map(([key, label]) => (
              <Link key={key} to={key === 'contact' ? '/account' : `/account/${key}`} aria-current={key === section ? 'page' : undefined}>
                {label}
                {key === 'factor' && me.factorMissing && <span className="kz-tag office-apart">待绑定</span>}
              </Link>
            ))}
          </nav>
        )}
        {section === 'contact' && <ContactCard />}
        {section === 'posts' && <PostsCard />}
        {section === 'password' && <PasswordCard />}
        {section === 'factor' && (
          <Suspense fallback={<Waiting />}>
            <FactorCard />
          </Suspense>
        )}
        {section === 'sessions' && <SessionsCard />}
      </div>
    </>
  );
}
