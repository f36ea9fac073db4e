import { exclusionNames, type LimitView } from '@karez/contracts-approval';
import { DueLamp } from '@karez/web-ui';
import { shortDate } from '../../app/time.js';
import { lampOf } from '../approval-words.js';

/** 时限: each with how its date came about, line by line. */
export function ClockCards({ limits, now }: { limits: readonly LimitView[]; now: Date }) {
  const shown = limits.filter(isOfInterest);
  if (shown.length === 0) return null;
  return (
    <section className="ap-clocks" aria-label="时限">
      {shown.map((limit) => (
        <details key={`${limit.kind}-${limit.startedAt}`} className="ap-clock">
          <summary>
            <span className="kz-secondary">{limit.step ? `${limit.name}（${limit.step}）` : limit.name}</span>
            <b>{wordsOf(limit)}</b>
            {limit.dueAt && (
              <DueLamp lamp={limit.state === 'running' ? lampOf[limit.lamp] : 'none'}>
                {shortDate(limit.dueAt, now)}
                {limit.provisional && '（暂定）'}
              </DueLamp>
            )}
            <progress max={Math.max(limit.workingDays, limit.used)} value={limit.used} aria-hidden="true" />
            <span className="kz-caption">
              已用 {limit.used} / {limit.workingDays} 个工作日
            </span>
          </summary>
          <div className="ap-derivation">
            <h3>{limit.name}怎么算出来的</h3>
            <table>
              <thead>
                <tr>
                  <th scope="col">区间</th>
                  <th scope="col">计否</th>
                  <th scope="col">依据</th>
                  <th scope="col">工作日</th>
                </tr>
              </thead>
              <tbody>
                {limit.segments.map((segment) => (
                  <tr key={segment.from}>
                    <td>
                      {shortDate(segment.from, now)} 至 {segment.to ? shortDate(segment.to, now) : '今'}
                    </td>
                    <td>{segment.counted ? '计入' : `不计入${segment.exclusion ? `（${exclusionNames[segment.exclusion]}）` : ''}`}</td>
                    <td>
                      {segment.basis}
                      {segment.documentNumber && `，${segment.documentNumber}`}
                    </td>
                    <td>{segment.workingDays}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <ul>
              {limit.derivation.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        </details>
      ))}
    </section>
  );
}

/** What runs, what was missed, and the two that the applicant was promised; steps that ended in time are in the opinions. */
const isOfInterest = ({ state, kind }: LimitView): boolean =>
  state !== 'void' && (state !== 'met' || kind === 'statutory' || kind === 'promised');

function wordsOf({ state, left }: LimitView): string {
  if (state === 'paused') return '暂停计时';
  if (state === 'met') return '按期';
  if (state === 'missed') return '已超期';
  if (left === undefined) return '';
  if (left < 0) return `超 ${-left} 日`;
  return left === 0 ? '今日到期' : `剩 ${left} 日`;
}
