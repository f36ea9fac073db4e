import { Card, ProcessLine } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { shortDate } from '../app/time.js';
import { orgHistoryQuery } from './org-queries.js';

/** Set up, renamed, moved, merged: each with its day and who did it. */
export function OrgHistoryCard({ orgId }: { orgId: string }) {
  const { data, isError } = useQuery(orgHistoryQuery(orgId));
  return (
    <Card title="沿革">
      {isError && <p className="kz-caption">暂时取不到。</p>}
      {data?.items.length === 0 && <p className="kz-caption">没有变更记录。</p>}
      {data && data.items.length > 0 && (
        <ProcessLine
          label="沿革"
          direction="column"
          steps={data.items.map(({ at, text, by }, position) => ({
            key: `${at}${position}`,
            state: 'done',
            title: text,
            note: by ? `${shortDate(at)}，${by}` : shortDate(at),
          }))}
        />
      )}
    </Card>
  );
}
