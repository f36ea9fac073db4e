import { Notice } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMe } from '../../app/person-self.js';
import { shortTime } from '../../app/time.js';
import { runningDelegationsQuery } from './delegation-queries.js';
import { scopeWords } from './delegation-words.js';

/** As long as somebody stands in, both are told so on every page where it matters. */
export function StandInNotice() {
  const me = useMe();
  const { data } = useQuery(runningDelegationsQuery);
  return (
    <>
      {data?.items.map(({ id, fromId, fromName, toName, kinds, until }) => (
        <Notice
          key={id}
          tone="amber"
          title={fromId === me.id ? `您已委托${toName}代办，` : `您正在代${fromName}办理，`}
          aside={<Link to="/oa/delegations">{fromId === me.id ? '查看或收回' : '查看'}</Link>}
        >
          {scopeWords(kinds)}，到 {shortTime(until)} 为止。
        </Notice>
      ))}
    </>
  );
}
