import type { DeliveryView } from '@karez/contracts-exchange';
import { DueLamp, Reveal } from '@karez/web-ui';
import { shortDate, shortTime } from '../../app/time.js';
import { allowanceWords, deliveryDue } from '../words/due-words.js';
import type { WorksOn } from '../words/working-days.js';
import { useNarrow } from './use-narrow.js';

/** 签收时限 12:12，剩 52 分, and how that came about. */
export function DueNote({ view, now, works }: { view: DeliveryView; now: Date; works: WorksOn }) {
  const narrow = useNarrow();
  const due = deliveryDue(view, now, works);
  if (!due) return null;
  const until = view.dueAt && due.lamp !== 'none' ? shortTime(view.dueAt, now) : undefined;
  return (
    <span className="ex-due">
      <DueLamp lamp={due.lamp}>
        {until ? (narrow ? `${until} 前签收，${due.words}` : `签收时限 ${until}，${due.words}`) : due.words}
      </DueLamp>
      {view.due && (
        <Reveal label="时限怎么来的">
          <Derivation due={view.due} now={now} />
        </Reveal>
      )}
    </span>
  );
}

function Derivation({ due, now }: { due: NonNullable<DeliveryView['due']>; now: Date }) {
  const running = due.days.map((_, at) => due.days.slice(0, at + 1).reduce((sum, { minutes }) => sum + minutes, 0));
  return (
    <>
      <p>
        {shortTime(due.from, now)} 送达起算，{allowanceWords(due.workingMinutes)}，到 {shortTime(due.dueAt, now)}。
      </p>
      <table className="ex-derivation">
        <thead>
          <tr>
            <th scope="col">日期</th>
            <th scope="col">计入</th>
            <th scope="col">累计</th>
            <th scope="col">依据</th>
          </tr>
        </thead>
        <tbody>
          {due.days.map(({ day, minutes, note }, at) => (
            <tr key={day} className={minutes === 0 ? 'ex-excluded' : undefined}>
              <td>{shortDate(day, now)}</td>
              <td>{minutes === 0 ? '不计' : `${Math.round(minutes)} 分`}</td>
              <td>{Math.round(running[at] ?? 0)} 分</td>
              <td>{note ?? (minutes === 0 ? '非工作日' : '工作时间')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="kz-caption">
        {due.provisional ? '其中有的日子还没有公布放假安排，公布后重新推算。' : '按已公布的放假调休和作息时间推算，只计工作时间。'}
      </p>
    </>
  );
}
