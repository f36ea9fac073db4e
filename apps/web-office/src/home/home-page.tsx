import { PageHeader } from '@karez/web-ui';
import { Link } from 'react-router';
import { usePageTitle } from '../app/page-title.js';
import { useMay, useMe } from '../app/person-self.js';
import { longToday } from '../app/time.js';
import { FactorNotice } from './factor-notice.js';
import { MayDo } from './may-do.js';
import { MyBody } from './my-body.js';
import { MyPosts } from './my-posts.js';
import { RecentNotifications } from './recent-notifications.js';
import { RecentSignIns } from './recent-sign-ins.js';

/** The workspace's first page: what the platform really knows of this person today. */
export function HomePage() {
  usePageTitle('工作台');
  const me = useMe();
  const may = useMay();
  return (
    <>
      <PageHeader
        title="工作台"
        meta={longToday()}
        acts={
          <div className="office-quick">
            {may('identity.person.write') && <Link to="/people/new">登记人员</Link>}
            {may('identity.person.read') && <Link to="/people">找人</Link>}
            {may('identity.org.read') && <Link to="/orgs">找机构</Link>}
            {may('identity.role.grant') && <Link to="/roles">角色与授权</Link>}
          </div>
        }
      />
      <div className="kz-page">
        {me.factorMissing && <FactorNotice />}
        <div className="office-columns">
          <div className="office-stack">
            <RecentNotifications />
            <MayDo />
          </div>
          <aside className="office-aside">
            <MyBody />
            <MyPosts />
            <RecentSignIns />
          </aside>
        </div>
      </div>
    </>
  );
}
