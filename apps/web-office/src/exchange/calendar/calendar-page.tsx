import type { CalendarView } from '@karez/contracts-exchange';
import { ProblemError } from '@karez/web-client';
import { Card, LoadingRows, Notice, PageHeader, palette, StateDot, type StateLook } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { api } from '../../app/api.js';
import { ProblemState } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { today } from '../../app/time.js';
import { daysByDate } from './calendar-days.js';
import { EditCalendar } from './edit-calendar.js';
import { ExceptionsCard } from './exceptions-card.js';
import { YearGrid } from './year-grid.js';
import '../exchange-office.css';

const statusLook: Record<CalendarView['status'], StateLook> = {
  published: { label: '已公布', glyph: 'full', color: palette.green },
  provisional: { label: '暂定', glyph: 'half', color: palette.amber },
};

/** The year of the address, else this one. */
function yearOf(search: URLSearchParams): number {
  const asked = Number(search.get('year'));
  return Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : Number(today().slice(0, 4));
}

function useCalendar(year: number) {
  const query = useQuery({
    queryKey: ['exchange', 'calendar', year],
    queryFn: ({ signal }) => api.exchange.getCalendar({ year }, { signal }),
  });
  const problem = query.error instanceof ProblemError ? query.error : null;
  // a year of which nothing is known yet begins with its weekdays
  const bare: CalendarView | undefined = problem?.status === 404 ? { year, status: 'provisional', source: '', days: [] } : undefined;
  return { calendar: query.data ?? bare, problem, pending: query.isPending, again: () => void query.refetch() };
}

/** Which days count for deadlines. Everyone may look; who keeps it changes it here. */
export function CalendarPage() {
  usePageTitle('工作日历');
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const year = yearOf(search);
  const { calendar, problem, pending, again } = useCalendar(year);
  const writes = may('exchange.calendar.write');
  return (
    <>
      <PageHeader
        title={`${year} 年工作日历`}
        meta={calendar && <StateDot look={statusLook[calendar.status]} />}
        acts={[year - 1, year + 1].map((each) => (
          <Button key={each} onClick={() => setSearch({ year: `${each}` })}>
            {each} 年
          </Button>
        ))}
      />
      <div className="kz-page">
        {calendar?.status === 'provisional' && (
          <Notice tone="amber" title={`${year} 年的放假安排还没有公布，`}>
            跨入这一年的签收时限是暂定的，公布后重新算。
          </Notice>
        )}
        {!calendar && pending && <LoadingRows label="工作日历" rows={6} />}
        {!calendar && !pending && <ProblemState label="工作日历" problem={problem} again={again} />}
        {calendar &&
          (writes ? <EditCalendar key={`${year} ${calendar.version ?? 0}`} calendar={calendar} /> : <ReadCalendar calendar={calendar} />)}
      </div>
    </>
  );
}

function ReadCalendar({ calendar }: { calendar: CalendarView }) {
  const days = daysByDate(calendar.days);
  return (
    <div className="office-columns exchange-calendar">
      <Card title="全年">
        <YearGrid year={calendar.year} days={days} />
      </Card>
      <aside className="office-aside">
        <Card title="依据">{calendar.source || '没有写明'}</Card>
        <ExceptionsCard days={days} />
      </aside>
    </div>
  );
}
