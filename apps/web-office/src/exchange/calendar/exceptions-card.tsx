import { Card, palette, StateDot } from '@karez/web-ui';
import { shortDate } from '../../app/time.js';
import { runsOf, type Days, type Run } from './calendar-days.js';

const looks = {
  off: { label: '休息', glyph: 'ring', color: palette.water },
  working: { label: '上班', glyph: 'full', color: palette.amber },
} as const;

/** All that is not as its weekday says, in words. */
export function ExceptionsCard({ days }: { days: Days }) {
  const runs = runsOf(days);
  return (
    <Card title="调休和放假" note={runs.length > 0 ? `${days.size} 天` : undefined}>
      {runs.length === 0 && <p className="kz-caption">还没有登记：周一至周五上班，周六、周日休息。</p>}
      <ul className="exchange-runs">
        {runs.map((run) => (
          <li key={run.from}>
            <StateDot look={looks[run.kind]} />
            <span>{run.note || '没有说明'}</span>
            <span className="kz-caption">{span(run)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const span = ({ from, to, days }: Run): string => (days === 1 ? shortDate(from) : `${shortDate(from)} 至 ${shortDate(to)}，${days} 天`);
