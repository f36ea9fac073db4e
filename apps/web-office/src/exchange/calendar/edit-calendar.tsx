import type { CalendarView } from '@karez/contracts-exchange';
import { ActionBar, Card } from '@karez/web-ui';
import { Button, Input } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';
import { choose, inOrder } from './calendar-days.js';
import { DayEditor } from './day-editor.js';
import { ExceptionsCard } from './exceptions-card.js';
import { useCalendarDraft } from './use-calendar-draft.js';
import { YearGrid } from './year-grid.js';

const PasteDialog = lazy(() => import('./paste-dialog.js').then((m) => ({ default: m.PasteDialog })));

/** The year to be changed: a click on a day, or the lines of the notice; saved as a whole. */
export function EditCalendar({ calendar }: { calendar: CalendarView }) {
  const { draft, change, changed, giveUp } = useCalendarDraft(calendar);
  const [day, setDay] = useState<string>();
  const [pasting, setPasting] = useState(false);
  const save = useAct(api.exchange.putCalendar, {
    changes: [['exchange']],
    said: ({ year, moved }) =>
      `已更新 ${year} 年工作日历，${moved > 0 ? `${moved} 件未了结公文的时限随之改动` : '没有公文的时限因此改动'}。`,
    onDone: giveUp,
  });
  const closeDay = () => {
    document.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    setDay(undefined);
  };
  const put = () =>
    save.run({
      ...{ year: calendar.year, status: draft.status, source: draft.source.trim(), days: inOrder(draft.days) },
      ...(calendar.version !== undefined && { version: calendar.version }),
    });
  return (
    <>
      <div className="office-columns exchange-calendar">
        <Card title="全年" note="点日期改为上班或休息；方向键移动，Enter 打开">
          <YearGrid year={calendar.year} days={draft.days} onDay={setDay} {...(day && { selected: day })} />
        </Card>
        <aside className="office-aside">
          <Card title="依据">
            <div className="exchange-steps">
              <label>
                通知名称和文号
                <Input.TextArea
                  value={draft.source}
                  maxLength={300}
                  rows={2}
                  onChange={({ target: { value } }) => change({ source: value })}
                />
              </label>
              <label className="exchange-check">
                <input
                  type="checkbox"
                  checked={draft.status === 'published'}
                  onChange={({ target: { checked } }) => change({ status: checked ? 'published' : 'provisional' })}
                />{' '}
                通知已公布
              </label>
              <p className="kz-caption">公布之前算出的时限注明「暂定」。</p>
              <Button onClick={() => setPasting(true)}>粘贴放假安排…</Button>
            </div>
          </Card>
          <ExceptionsCard days={draft.days} />
        </aside>
      </div>
      <div className="exchange-bottom">
        {save.refusal && <ProblemNote problem={save.refusal} onDismiss={save.dismiss} />}
        {day && (
          <DayEditor
            key={day}
            day={day}
            days={draft.days}
            onClose={closeDay}
            onChoose={(choice) => change({ days: choose(draft.days, day, choice) })}
          />
        )}
        {changed && (
          <ActionBar
            primary={{
              key: 'save',
              label: '保存',
              busy: save.busy,
              onAct: put,
              ...(draft.source.trim() === '' && { refusedBecause: '请先写明依据' }),
            }}
            others={[{ key: 'drop', label: '放弃修改', onAct: giveUp }]}
            note="保存后，未了结公文的签收时限按新日历重新算"
          />
        )}
      </div>
      <Suspense>
        {pasting && (
          <PasteDialog
            year={calendar.year}
            onClose={() => setPasting(false)}
            onDays={(days) => {
              change({ days: new Map([...draft.days, ...days.map((each) => [each.day, each] as const)]) });
              setPasting(false);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
