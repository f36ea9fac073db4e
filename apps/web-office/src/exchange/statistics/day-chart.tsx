import type { CountsOfDay } from '@karez/contracts-exchange';
import { palette } from '@karez/web-ui';
import { useId, useRef, useState } from 'react';
import { axisOf, daysOf, namedDays } from './chart-scale.js';
import { useWidth } from './use-width.js';

/** 3:1 on white each, and told apart by place, words and a line as well as by colour. */
const series = [
  { key: 'sent', label: '发出', color: palette.water },
  { key: 'received', label: '收到', color: '#5E9AA1' },
  { key: 'signed', label: '已签收', color: palette.green },
] as const;
const height = 160;
const left = 34;

/** Bars by day. Screen readers, and who wants the numbers, get the table behind it. */
export function DayChart({ from, to, days }: { from: string; to: string; days: readonly CountsOfDay[] }) {
  const area = useRef<HTMLDivElement>(null);
  const width = useWidth(area);
  const [table, setTable] = useState(false);
  const id = useId();
  const known = new Map(days.map((each) => [each.day, each]));
  const all = daysOf(from, to).map((day) => ({ day, counts: known.get(day) }));
  return (
    <div ref={area}>
      <div className="exchange-legend">
        {series.map(({ key, label, color }) => (
          <span key={key}>
            <i aria-hidden="true" style={{ background: color }} />
            {label} {days.reduce((sum, each) => sum + each[key], 0)}
          </span>
        ))}
        <button type="button" className="kz-textact" aria-expanded={table} aria-controls={id} onClick={() => setTable(!table)}>
          {table ? '收起逐日数字' : '看逐日数字'}
        </button>
      </div>
      {width > 0 && <Bars all={all} width={width} />}
      <div id={id} className={table ? 'exchange-days' : 'kz-unseen'} tabIndex={table ? 0 : undefined} role="region" aria-label="逐日数字">
        <DayTable all={all} />
      </div>
    </div>
  );
}

type Day = { readonly day: string; readonly counts: CountsOfDay | undefined };

/** The picture alone: its words are plain text beside it, so that they stay readable at any size. */
function Bars({ all, width }: { all: readonly Day[]; width: number }) {
  const { top, lines } = axisOf(Math.max(0, ...all.flatMap(({ counts }) => series.map(({ key }) => counts?.[key] ?? 0))));
  const step = (width - left) / all.length;
  const bar = Math.max(1, Math.min(10, (step - 2) / series.length));
  const y = (count: number) => 8 + (height - 8) * (1 - count / top);
  const named = namedDays(all.length, (width - left) / 52);
  return (
    <div className="exchange-chart" aria-hidden="true" style={{ height: height + 22 }}>
      <svg width={width - left} height={height + 1} focusable="false">
        {lines.map((line) => (
          <line key={line} x1={0} x2={width - left} y1={y(line)} y2={y(line)} stroke={line === 0 ? palette.sand400 : palette.sand100} />
        ))}
        {all.map(({ day, counts }, at) => (
          <g key={day}>
            <title>{`${day.slice(5)} ${series.map(({ key, label }) => `${label} ${counts?.[key] ?? 0}`).join('，')}`}</title>
            <rect x={step * at} y={0} width={step} height={height} fill="transparent" />
            {counts &&
              series.map(({ key, color }, place) => (
                <rect
                  key={key}
                  x={step * (at + 0.5) + (place - series.length / 2) * bar}
                  y={y(counts[key])}
                  width={Math.max(1, bar - 0.5)}
                  height={y(0) - y(counts[key])}
                  fill={color}
                />
              ))}
          </g>
        ))}
      </svg>
      {lines.map((line) => (
        <span key={line} className="exchange-axis" data-mark={line} style={{ top: y(line) - 9, width: left - 6 }} />
      ))}
      {all.map(({ day }, at) =>
        named(at) ? (
          <span key={day} className="exchange-day" style={{ left: left + step * (at + 0.5) }}>
            {day.slice(5)}
          </span>
        ) : null,
      )}
    </div>
  );
}

const DayTable = ({ all }: { all: readonly Day[] }) => (
  <table className="exchange-day-table">
    <caption className="kz-unseen">每日发出、收到、签收的件数</caption>
    <thead>
      <tr>
        <th scope="col">日期</th>
        {series.map(({ key, label }) => (
          <th key={key} scope="col">
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {all.map(({ day, counts }) => (
        <tr key={day}>
          <th scope="row">{day}</th>
          {series.map(({ key }) => (
            <td key={key}>{counts?.[key] ?? 0}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
