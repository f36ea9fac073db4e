import { Button } from 'antd';
import { Card } from '@karez/web-ui';
import { Link } from 'react-router';
import { shortTime } from '../../app/time.js';
import { useBulletins } from './supervision-queries.js';

/** 督查通报 issued so far; nothing where there is none. */
export function BulletinsCard() {
  const list = useBulletins();
  if (list.rows.length === 0) return null;
  return (
    <Card title="督查通报" flush>
      <ul className="sv-overdue">
        {list.rows.map((row) => (
          <li key={row.id}>
            <span className="kz-caption">
              {row.year} 年第 {row.issue} 期
            </span>
            <Link to={`/oa/supervision-bulletins/${row.id}`}>{row.title}</Link>
            <span className="kz-caption">
              {row.byName} {shortTime(row.issuedAt)}
            </span>
          </li>
        ))}
      </ul>
      {list.onMore && (
        <Button type="text" onClick={list.onMore} loading={list.loadingMore}>
          更多
        </Button>
      )}
    </Card>
  );
}
