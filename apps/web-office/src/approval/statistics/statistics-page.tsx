import type { ApprovalStatistics, CaseCount } from '@karez/contracts-approval';
import { ProblemError } from '@karez/web-client';
import { Card, FilterChips, LoadingRows, PageHeader } from '@karez/web-ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ProblemState } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useNow } from '../../exchange/delivery/use-now.js';
import { approval, approvalKey } from '../approval-queries.js';
import '../approval.css';

const periods = { '30': '近 30 天', '90': '近 90 天', '365': '近一年' } as const;
type Period = keyof typeof periods;
const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
const share = (rate: number | undefined): string => (rate === undefined ? '—' : `${(rate * 100).toFixed(1)}%`);

/** 审批统计: how many, how fast, how well, by item and by office; every number stands in a table. */
export function StatisticsPage() {
  usePageTitle('审批统计');
  const now = useNow();
  const [period, setPeriod] = useState<Period>('30');
  const to = dayOf(now);
  const from = dayOf(new Date(now.getTime() - (Number(period) - 1) * 86_400_000));
  const query = useQuery({
    queryKey: [...approvalKey, 'statistics', from, to],
    queryFn: ({ signal }) => approval.getStatistics({ from, to }, { signal }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <PageHeader title="审批统计" meta={`${from} 至 ${to} 提交的办件`} />
      <div className="kz-page">
        <div className="office-filters">
          <FilterChips<Period>
            label="按时段"
            value={period}
            onChange={setPeriod}
            chips={(Object.keys(periods) as Period[]).map((value) => ({ value, label: periods[value] }))}
          />
        </div>
        {query.isPending && <LoadingRows label="统计" rows={8} />}
        {query.isError && (
          <ProblemState
            label="统计"
            problem={query.error instanceof ProblemError ? query.error : null}
            again={() => void query.refetch()}
          />
        )}
        {query.data && <Numbers statistics={query.data} />}
      </div>
    </>
  );
}

function Numbers({ statistics: { total, byItem, byBody } }: { statistics: ApprovalStatistics }) {
  const most = Math.max(1, ...byItem.map(({ submitted }) => submitted));
  return (
    <>
      <Card title="全部">
        <dl className="ap-numbers">
          {figures(total).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Card title="按事项" flush>
        <Table
          heads={['事项', '提交', '在办', '办结', '准予', '按期率', '满意率', '']}
          rows={byItem.map((item) => [
            item.name,
            item.submitted,
            item.running,
            item.decided,
            item.granted,
            share(item.onTimeRate),
            share(item.satisfaction),
            <progress key="bar" max={most} value={item.submitted} aria-hidden="true" />,
          ])}
        />
      </Card>
      <Card title="按处室" flush>
        <Table
          heads={['处室', '任务', '在办', '已办', '超期', '今日到期']}
          rows={byBody.map((body) => [body.orgName, body.tasks, body.open, body.done, body.late, body.yellow])}
        />
      </Card>
    </>
  );
}

const figures = (total: CaseCount): readonly (readonly [string, string | number])[] => [
  ['提交', total.submitted],
  ['受理', total.accepted],
  ['不予受理', total.refused],
  ['在办', total.running],
  ['办结', total.decided],
  ['按期办结率', share(total.onTimeRate)],
  ['平均提前（工作日）', total.leadDays?.toFixed(1) ?? '—'],
  ['满意率', share(total.satisfaction)],
];

function Table({ heads, rows }: { heads: readonly string[]; rows: readonly (readonly [name: string, ...cells: ReactNode[]])[] }) {
  return (
    <div className="ap-derivation ap-counts">
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={head ? undefined : 'ap-chart'}>
                {head || <span className="kz-unseen">图</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={heads[at + 1]} className={heads[at + 1] ? undefined : 'ap-chart'}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
