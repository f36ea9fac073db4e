import { type CycleTime, type CycleTimes, todoKindWords } from '@karez/contracts-oa';
import { ProblemError } from '@karez/web-client';
import { Card, EmptyState, FilterChips, LoadingRows, PageHeader } from '@karez/web-ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemState } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { today } from '../../app/time.js';
import '../../approval/approval.css';
import '../todo/todo.css';
import { cycleTimesQuery } from './handover-queries.js';

const periods = { '30': '近 30 天', '90': '近 90 天', '365': '近一年' } as const;
type Period = keyof typeof periods;

/** 办理时长: how long what is asked of people and bodies takes them, in hours of office time. */
export function CycleTimesPage() {
  usePageTitle('办理时长');
  const [period, setPeriod] = useState<Period>('30');
  const to = today();
  const from = today(new Date(Date.now() - (Number(period) - 1) * 86_400_000));
  const query = useQuery({ ...cycleTimesQuery(from, to), placeholderData: keepPreviousData });
  return (
    <>
      <PageHeader title="办理时长" meta={`${from} 至 ${to} 办结的待办，按工作时间计`} />
      <div className="kz-page office-stack">
        <div className="office-filters">
          <FilterChips<Period>
            label="按时段"
            value={period}
            onChange={setPeriod}
            chips={(Object.keys(periods) as Period[]).map((value) => ({ value, label: periods[value] }))}
          />
        </div>
        {query.isPending && <LoadingRows label="统计" rows={8} />}
        {query.error && (
          <ProblemState
            label="统计"
            problem={query.error instanceof ProblemError ? query.error : null}
            again={() => void query.refetch()}
          />
        )}
        {query.data && <Numbers times={query.data} />}
      </div>
    </>
  );
}

function Numbers({ times: { total, byKind, byBody } }: { times: CycleTimes }) {
  if (!total)
    return (
      <EmptyState dry title="这段时间没有办结的待办">
        办结之后，这里有件数、中位时长和逾期比例。
      </EmptyState>
    );
  return (
    <>
      <Card title="按来源" flush>
        <Times label="来源" rows={[...byKind.map((each) => [todoKindWords[each.kind], each] as const), ['合计', total]]} />
      </Card>
      <Card title="按单位" flush>
        <Times label="单位" rows={byBody.map((each) => [each.orgName, each] as const)} />
      </Card>
    </>
  );
}

function Times({ label, rows }: { label: string; rows: readonly (readonly [name: string, time: CycleTime])[] }) {
  const longest = Math.max(1, ...rows.map(([, { p90Hours }]) => p90Hours));
  return (
    <div className="ap-derivation">
      <table>
        <thead>
          <tr>
            {[label, '件数', '中位（小时）', '九成不超过（小时）', '逾期'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">
              <span className="kz-unseen">图</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, { count, medianHours, p90Hours, overdueShare }]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{count.toLocaleString('zh-CN')}</td>
              <td>{medianHours.toFixed(1)}</td>
              <td>{p90Hours.toFixed(1)}</td>
              <td>{`${(overdueShare * 100).toFixed(1)}%`}</td>
              <td>
                <progress className="td-bar" max={longest} value={p90Hours} aria-hidden="true" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
