import { ProblemError } from '@karez/web-client';
import { EmptyState, ListRow, LoadingRows, RowList } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ProblemState } from '../../app/instead.js';
import { groupsQuery } from './body-queries.js';

/** Groups are worked out from the directory whenever they are used: none of them is ever out of date. */
export function GroupList({ selected }: { selected: string | undefined }) {
  const { data, error, isPending, refetch } = useQuery(groupsQuery);
  if (isPending) return <LoadingRows label="单位组" rows={5} />;
  if (!data) {
    return <ProblemState label="单位组" problem={error instanceof ProblemError ? error : null} again={() => void refetch()} />;
  }
  if (data.items.length === 0) return <EmptyState dry title="还没有单位组" />;
  return (
    <>
      <RowList label="单位组">
        {data.items.map(({ id, name, members }) => (
          <ListRow
            key={id}
            title={name}
            href={`/exchange/directory?group=${encodeURIComponent(id)}`}
            link={Link}
            selected={id === selected}
            meta={[`${members} 家`]}
          />
        ))}
      </RowList>
      <p className="kz-caption office-line">通讯录第 {data.directoryVersion} 版，随机构变动自动更新。</p>
    </>
  );
}
