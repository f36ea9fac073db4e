import { ApartmentOutlined, HomeOutlined, TeamOutlined } from '@ant-design/icons';
import { AppShell, NotificationBell, PageHeader, PersonSwitcher } from '@karez/web-ui';
import { useState } from 'react';
import { KitBox, nothing } from './kit-box.js';

const items = [
  { key: 'home', label: '工作台', href: '#kit', icon: <HomeOutlined /> },
  { key: 'orgs', label: '机构', href: '#kit', icon: <ApartmentOutlined /> },
  { key: 'people', label: '人员', href: '#kit', icon: <TeamOutlined />, count: 3 },
];
const posts = [
  { id: '1', orgName: '办公室', title: '文书岗' },
  { id: '2', orgName: '水土保持处', title: '审查岗' },
];

/** The frame of the workspace in small; as it stands inside a page, its landmarks are taken out of the outline. */
export function KitShell() {
  const [current, setCurrent] = useState('1');
  return (
    <KitBox title="框架" rule="顶栏 52，导航 200，窄时成栏 56，手机成底栏；涉密提示总在" wide={6}>
      <div className="kit-shell">
        <AppShell
          example
          navigation={[{ items: items.slice(0, 1) }, { title: '组织', items: items.slice(1) }]}
          tabs={items}
          current="home"
          home="#kit"
          onSearch={nothing}
          searchHint="搜机构、人员，或输入要去的地方"
          tools={<NotificationBell count={6} href="#kit" />}
          person={
            <PersonSwitcher
              name="顾清渠"
              posts={posts}
              current={current}
              onSwitch={setCurrent}
              account={[{ key: 'out', label: '退出登录', onChoose: nothing }]}
            />
          }
        >
          <PageHeader level={2} title="工作台" meta="11 月 24 日 星期二" />
        </AppShell>
      </div>
    </KitBox>
  );
}
