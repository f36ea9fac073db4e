import { Card, PageHeader } from '@karez/web-ui';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../app/page-title.js';
import { useMay, useMe } from '../app/person-self.js';
import { longToday } from '../app/time.js';
import { asideCards } from './aside-cards.js';
import { AttentionCard } from './attention-card.js';
import { FactorNotice } from './factor-notice.js';
import { MyBody } from './my-body.js';
import './home.css';

const TodoCard = lazy(() => import('./todo-card.js').then((m) => ({ default: m.TodoCard })));
const ToSignCard = lazy(() => import('./to-sign-card.js').then((m) => ({ default: m.ToSignCard })));
const MayDo = lazy(() => import('./may-do.js').then((m) => ({ default: m.MayDo })));
const MyPosts = lazy(() => import('./my-posts.js').then((m) => ({ default: m.MyPosts })));
const RecentNotifications = lazy(() => import('./recent-notifications.js').then((m) => ({ default: m.RecentNotifications })));
const RecentSignIns = lazy(() => import('./recent-sign-ins.js').then((m) => ({ default: m.RecentSignIns })));

/** The workspace's first page: what waits for this post first, then what it has sent, then who one is here. */
export function HomePage() {
  usePageTitle('工作台');
  const me = useMe();
  const may = useMay();
  return (
    <>
      <PageHeader title="工作台" meta={longToday()} acts={<Quick may={may} />} />
      <div className="kz-page">
        {me.factorMissing && <FactorNotice />}
        <div className="office-columns">
          <div className="office-stack">
            <Suspense fallback={<Card> </Card>}>
              {may('oa.todo.read') ? <TodoCard /> : may('exchange.inbox.read') && <ToSignCard />}
            </Suspense>
            <AttentionCard />
            <Afterwards>
              <RecentNotifications />
              <MayDo />
            </Afterwards>
          </div>
          <aside className="office-aside">
            {asideCards
              .filter(({ needs }) => may(needs))
              .map(({ key, Card: Own }) => (
                <Suspense key={key}>
                  <Own />
                </Suspense>
              ))}
            <MyBody />
            <Afterwards>
              <MyPosts />
              <RecentSignIns />
            </Afterwards>
          </aside>
        </div>
      </div>
    </>
  );
}

const Quick = ({ may }: { may: (permission: string) => boolean }) => (
  <div className="office-quick">
    {may('exchange.document.write') && <Link to="/exchange/documents/new">登记待发公文</Link>}
    {may('exchange.directory.read') && <Link to="/exchange/directory">查通讯录</Link>}
    {may('identity.person.write') && <Link to="/people/new">登记人员</Link>}
    {may('identity.person.read') && <Link to="/people">找人</Link>}
    {may('identity.org.read') && <Link to="/orgs">找机构</Link>}
    {may('identity.role.grant') && <Link to="/roles">角色与授权</Link>}
  </div>
);

/** What is below the work comes a second after it: it is not part of the first load, however slowly that comes. */
function Afterwards({ children }: { children: ReactNode }) {
  const [now, setNow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setNow(true), 1_100);
    return () => clearTimeout(timer);
  }, []);
  return now ? <Suspense fallback={<Card> </Card>}>{children}</Suspense> : null;
}
