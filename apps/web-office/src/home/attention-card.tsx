import { Card } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { attentionQuery } from '../exchange/attention/attention-query.js';

const AttentionList = lazy(() => import('../exchange/attention/attention-list.js').then((m) => ({ default: m.AttentionList })));

/** Only where somebody must act, or where that cannot be told: an empty one would be in the way every day. */
export function AttentionCard() {
  const { data, isError } = useQuery(attentionQuery);
  if (!isError && !data?.items.length) return null;
  return (
    <Suspense>
      <Card title="需处理" note={data && `${data.items.length} 件，不办就停在那里`} flush>
        <AttentionList />
      </Card>
    </Suspense>
  );
}
