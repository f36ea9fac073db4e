import type { OrgRow } from '@karez/contracts-identity';
import type { Page } from '@karez/contracts-kernel';
import { ProblemError } from '@karez/web-client';
import { EmptyState, ListRow, LoadingRows, RowList } from '@karez/web-ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ProblemState } from '../app/instead.js';
import { shortDate } from '../app/time.js';
import { orgKindWord } from '../words/org-words.js';

export function OrgSearchResults({ words, query, selected }: { words: string; query: UseQueryResult<Page<OrgRow>>; selected?: string }) {
  if (query.isPending) return <LoadingRows label="机构" rows={4} />;
  if (query.isError)
    return (
      <ProblemState label="机构" problem={query.error instanceof ProblemError ? query.error : null} again={() => void query.refetch()} />
    );
  if (query.data.items.length === 0)
    return (
      <EmptyState dry title={words ? `没有符合「${words}」的机构` : '没有已撤销的机构'}>
        可以用名称、简称、拼音、首字母或区划代码查找。
      </EmptyState>
    );
  return (
    <RowList label="机构">
      {query.data.items.map((org) => (
        <ListRow
          key={org.id}
          title={org.name}
          href={`/orgs/${org.id}`}
          link={Link}
          selected={org.id === selected}
          meta={[
            orgKindWord[org.kind],
            ...(org.divisionCode ? [org.divisionCode] : []),
            ...(org.abolishedOn ? [`${shortDate(org.abolishedOn)} 撤销`] : []),
          ]}
        />
      ))}
    </RowList>
  );
}
