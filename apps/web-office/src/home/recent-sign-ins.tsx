import { Card, palette, StateDot } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { sessionsQuery } from '../account/session-queries.js';
import { shortTime } from '../app/time.js';
import { deviceWords } from '../words/device-words.js';

/** Where this account is signed in: a stranger's sign-in is noticed here first. */
export function RecentSignIns() {
  const { data, isError } = useQuery(sessionsQuery);
  return (
    <Card title="最近登录" aside={<Link to="/account/sessions">全部</Link>}>
      {isError && <p className="kz-caption">暂时取不到。</p>}
      <ul className="office-lines">
        {data?.items.slice(0, 4).map((each) => (
          <li key={each.id}>
            <span>
              {deviceWords(each.device)}
              <span className="kz-caption">
                {' '}
                {shortTime(each.startedAt)}
                {each.address && `，${each.address}`}
              </span>
            </span>
            {each.current && <StateDot look={{ label: '本次', glyph: 'full', color: palette.green }} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
