import { weeksOf, isWorking, type Days } from './calendar-days.js';

const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'] as const;

interface MonthTableProps {
  year: number;
  month: number;
  days: Days;
  today: string;
  /** Days are buttons when they may be changed. */
  onDay?: (day: string) => void;
  selected?: string;
  /** The one day that Tab reaches. */
  tabStop: string;
}

/** One month: what counts as working, what does not, and what is not as its weekday says (班, 休), in words as well as in colour. */
export const MonthTable = (props: MonthTableProps) => (
  <table className="exchange-month">
    <caption>{props.month} 月</caption>
    <thead>
      <tr>
        {weekdayNames.map((name) => (
          <th key={name} scope="col" abbr={`星期${name}`}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {weeksOf(props.year, props.month).map((week, at) => (
        <tr key={at}>
          {week.map((day, weekday) => (day ? <DayCell key={weekday} {...{ ...props, day, weekday }} /> : <td key={weekday} />))}
        </tr>
      ))}
    </tbody>
  </table>
);

function DayCell({ day, weekday, month, days, today, onDay, selected, tabStop }: MonthTableProps & { day: string; weekday: number }) {
  const exception = days.get(day);
  const working = isWorking(day, days);
  const looks = [
    working ? 'exchange-on' : 'exchange-off',
    ...(exception ? ['exchange-exception'] : []),
    ...(day === today ? ['exchange-today'] : []),
  ];
  const note = exception?.note;
  // its name is what is seen, filled up with what the picture says by place and colour
  const content = (
    <>
      <span className="kz-unseen">{month} 月 </span>
      {Number(day.slice(8))}
      <span className="kz-unseen">{` 日 星期${weekdayNames[weekday]}，${note ? `${note}，` : ''}${working ? '上班' : '休息'}`}</span>
      {exception && <small aria-hidden="true" data-mark={working ? '班' : '休'} />}
    </>
  );
  return (
    <td className={looks.join(' ')}>
      {onDay ? (
        <button
          type="button"
          data-day={day}
          aria-pressed={day === selected}
          title={note}
          tabIndex={day === tabStop ? 0 : -1}
          onClick={() => onDay(day)}
        >
          {content}
        </button>
      ) : (
        <span title={note}>{content}</span>
      )}
    </td>
  );
}
