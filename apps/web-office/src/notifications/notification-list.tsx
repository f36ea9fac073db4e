import type { NotificationRow } from '@karez/contracts-identity';
import { ListRow, LoadingRows, palette, RowList, StateDot } from '@karez/web-ui';
import { Link } from 'react-router';
import { api } from '../app/api.js';
import { insteadOfRows } from '../app/instead.js';
import type { KeysetList } from '../app/keyset.js';
import { ProblemNote } from '../app/problem-note.js';
import { shortTime } from '../app/time.js';
import { useAct } from '../app/use-act.js';
import { notificationWords } from '../words/notification-words.js';
import { notificationChanges } from './notification-queries.js';

const unreadLook = { label: '未读', glyph: 'full', color: palette.water } as const;
const readLook = { label: '已读', glyph: 'ring', color: palette.slate } as const;

interface NotificationListProps {
  list: KeysetList<NotificationRow>;
  empty: { readonly title: string; readonly words?: string };
}

/** Opening a notice is reading it. */
export function NotificationList({ list, empty }: NotificationListProps) {
  const read = useAct(api.identity.readNotification, { changes: notificationChanges });
  if (list.state === 'loading') return <LoadingRows label="通知" rows={4} />;
  if (list.rows.length === 0) return insteadOfRows({ label: '通知', list, empty });
  return (
    <>
      {list.state !== 'ready' && insteadOfRows({ label: '通知', list, empty })}
      <ProblemNote problem={read.refusal} onDismiss={read.dismiss} />
      <RowList label="通知">
        {list.rows.map((row) => {
          const { title, href } = notificationWords(row);
          const markRead = () => !row.read && read.run({ notificationId: row.id });
          return (
            <ListRow
              key={row.id}
              title={title}
              href={href}
              link={Link}
              onOpen={markRead}
              unread={!row.read}
              meta={[shortTime(row.at), <StateDot key="state" look={row.read ? readLook : unreadLook} />]}
              act={row.read ? undefined : { key: 'read', label: '知道了', onAct: markRead }}
            />
          );
        })}
      </RowList>
      {list.onMore && (
        <div className="kz-table-foot">
          <span>已显示 {list.rows.length} 条，还有更多</span>
          <button type="button" className="kz-textact" onClick={list.onMore} disabled={list.loadingMore}>
            {list.loadingMore ? '正在取下一页' : '再显示一页'}
          </button>
        </div>
      )}
    </>
  );
}
