import { Card, FilterChips, PageHeader } from '@karez/web-ui';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { api } from '../app/api.js';
import { usePageTitle } from '../app/page-title.js';
import { useMe } from '../app/person-self.js';
import { ProblemNote } from '../app/problem-note.js';
import { useAct } from '../app/use-act.js';
import { NotificationList } from './notification-list.js';
import { notificationChanges, useNotifications } from './notification-queries.js';

export function NotificationsPage() {
  usePageTitle('通知');
  const { unreadNotifications } = useMe();
  const [search, setSearch] = useSearchParams();
  const unread = search.get('show') === 'unread';
  const list = useNotifications(unread ? { unread } : {});
  const readAll = useAct(api.identity.readAllNotifications, { changes: notificationChanges, said: () => '全部通知已标为已读。' });
  return (
    <>
      <PageHeader
        title="通知"
        meta={unreadNotifications > 0 ? `${unreadNotifications} 条未读` : '没有未读'}
        acts={
          unreadNotifications > 0 && (
            <Button loading={readAll.busy} onClick={() => readAll.run({})}>
              全部标为已读
            </Button>
          )
        }
      />
      <div className="kz-page">
        <ProblemNote problem={readAll.refusal} onDismiss={readAll.dismiss} />
        <FilterChips
          label="按是否已读"
          value={unread ? 'unread' : 'all'}
          onChange={(value) => setSearch(value === 'all' ? {} : { show: value }, { replace: true })}
          chips={[
            { value: 'all', label: '全部' },
            { value: 'unread', label: '未读', count: unreadNotifications },
          ]}
        />
        <Card flush>
          <NotificationList
            list={list}
            empty={unread ? { title: '没有未读的通知' } : { title: '还没有通知', words: '岗位、角色、登录和密码的变动会写在这里。' }}
          />
        </Card>
      </div>
    </>
  );
}
