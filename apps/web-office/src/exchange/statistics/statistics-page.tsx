import { ProblemError } from '@karez/web-client';
import { Card, FilterChips, LoadingRows, Notice, PageHeader } from '@karez/web-ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useSearchParams } from 'react-router';
import { api } from '../../app/api.js';
import { ProblemState } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { shortTime, today } from '../../app/time.js';
import { BodiesCard } from './bodies-card.js';
import { DayChart } from './day-chart.js';
import { periodOf, presetOf, presets, presetWord, readPeriod, type Period } from './period.js';
import { TotalsCard } from './totals-card.js';
import '../exchange-office.css';

/** Counts of a period. The numbers are worked out from the signed events each time; none is kept apart from them. */
export function StatisticsPage() {
  usePageTitle('交换统计');
  const [search, setSearch] = useSearchParams();
  const period = readPeriod(search.get('from'), search.get('to'), today());
  const query = useQuery({
    queryKey: ['exchange', 'statistics', period],
    queryFn: ({ signal }) => api.exchange.getStatistics({ ...period }, { signal }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const problem = query.error instanceof ProblemError ? query.error : null;
  return (
    <>
      <PageHeader
        title="交换统计"
        meta={data ? `${data.from} 至 ${data.to}，${shortTime(data.at)} 算出` : `${period.from} 至 ${period.to}`}
      />
      <div className="kz-page">
        <PeriodChoice period={period} onChange={({ from, to }) => setSearch({ from, to }, { replace: true })} />
        {query.isError && data && (
          <Notice tone="amber" live="status" title="没有取到这段时间的统计，">
            下面是上次取到的。{problem?.detail}
          </Notice>
        )}
        {data ? (
          <>
            <TotalsCard total={data.total} />
            <Card title="按日">
              <DayChart from={data.from} to={data.to} days={data.byDay} />
            </Card>
            <BodiesCard statistics={data} />
            <Notice tone="sand" title="怎样算出：">
              按发出的日子归入时段；件数每次由签名的交换过程逐条累加得出，与每件公文的过程记录一致。用时只计工作时间，见工作日历。
            </Notice>
          </>
        ) : query.isPending ? (
          <LoadingRows label="交换统计" rows={5} />
        ) : (
          <ProblemState label="交换统计" problem={problem} again={() => void query.refetch()} />
        )}
      </div>
    </>
  );
}

const PeriodChoice = ({ period, onChange }: { period: Period; onChange: (period: Period) => void }) => (
  <div className="office-filters" data-filter>
    <FilterChips
      label="时段"
      value={presetOf(period, today()) ?? 'own'}
      onChange={(value) => value !== 'own' && onChange(periodOf(value, today()))}
      chips={presets.map((value) => ({ value, label: presetWord[value] }))}
    />
    <label className="office-date">
      从{' '}
      <Input
        type="date"
        value={period.from}
        max={period.to}
        onChange={({ target: { value } }) => value && onChange({ ...period, from: value })}
      />
    </label>
    <label className="office-date">
      到{' '}
      <Input
        type="date"
        value={period.to}
        min={period.from}
        max={today()}
        onChange={({ target: { value } }) => value && onChange({ ...period, to: value })}
      />
    </label>
  </div>
);
