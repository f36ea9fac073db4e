import { Card } from '@karez/web-ui';
import { Link } from 'react-router';
import { useMe } from '../app/person-self.js';
import { NotificationList } from '../notifications/notification-list.js';
import { useNotifications } from '../notifications/notification-queries.js';

/** The newest of what this person was told. */
export function RecentNotifications() {
  const { unreadNotifications } = useMe();
  const list = useNotifications({ limit: 10 });
  return (
    <Card
      title="通知"
      note={unreadNotifications > 0 ? `${unreadNotifications} 条未读` : '没有未读'}
      aside={<Link to="/notifications">全部</Link>}
      flush
    >
      <NotificationList
        list={{ ...list, onMore: undefined }}
        empty={{ title: '还没有通知', words: '岗位、角色、登录和密码的变动会写在这里。' }}
      />
    </Card>
  );
}
