import type { CaseView, TaskView } from '@karez/contracts-approval';
import { Card, DueLamp, ProcessLine } from '@karez/web-ui';
import { ProblemNote } from '../../app/problem-note.js';
import { shortTime } from '../../app/time.js';
import { useAct } from '../../app/use-act.js';
import { approval } from '../approval-queries.js';
import { dueWords, lampOf, opinionNames, taskStateNames } from '../approval-words.js';

interface PartProps {
  view: CaseView;
  now: Date;
}

/** 审查意见: who was asked, what they said; what waits for the reader can be taken from here. */
export function OpinionsPart({ view, now, onTask }: PartProps & { onTask: (task: TaskView) => void }) {
  const shown = view.tasks.filter(({ state }) => state !== 'cancelled');
  if (shown.length === 0) return null;
  return (
    <Card title="审查意见" flush>
      <ul className="ap-opinions">
        {shown.map((task) => (
          <li key={task.id}>
            <div className="ap-material-head">
              <b>{task.orgName ?? task.name}</b>
              <span className="kz-caption">{task.name}</span>
              <span className="ap-end">
                {task.state === 'done' ? (task.opinion ? opinionNames[task.opinion] : '已办') : taskStateNames[task.state]}
              </span>
            </div>
            {task.text && <p>{task.text}</p>}
            <div className="kz-caption">
              {[task.assigneeName, shortTime(task.endedAt ?? task.openedAt, now)].filter(Boolean).join(' ')}{' '}
              {task.dueAt && task.state !== 'done' && <DueLamp lamp={lampOf[task.lamp]}>{dueWords(task.dueAt, now)}</DueLamp>}
            </div>
            {task.acts.length > 0 && (
              <button type="button" className="kz-textact" onClick={() => onTask(task)}>
                办理这一项
              </button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** 文书: numbered in the act itself; the paper follows. */
export function DocumentsPart({ view, now }: PartProps) {
  const open = useAct(approval.openDocument, { onDone: ({ url }) => void window.open(url, '_blank', 'noopener') });
  if (view.documents.length === 0) return null;
  return (
    <Card title="文书" flush>
      <ProblemNote problem={open.refusal} onDismiss={open.dismiss} />
      <ul className="ap-opinions">
        {view.documents.map((document) => (
          <li key={document.id}>
            {document.ready ? (
              <button type="button" className="kz-textact" onClick={() => open.run({ documentId: document.id })}>
                {document.title}
              </button>
            ) : (
              <b>{document.title}（正在生成）</b>
            )}
            <div className="kz-caption">
              {document.number} · {shortTime(document.issuedAt, now)} · 核验码 <span className="kz-mono">{document.verifyCode}</span>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const held: readonly string[] = ['suspended', 'correction_asked'];
const stopped: readonly string[] = ['refused', 'withdrawn', 'superseded', 'task_returned'];

export function TimelinePart({ view, now }: PartProps) {
  return (
    <Card title="办理过程">
      <ProcessLine
        label="办理过程"
        direction="column"
        steps={view.timeline.map((event) => ({
          key: String(event.seq),
          state: held.includes(event.kind) ? 'hold' : stopped.includes(event.kind) ? 'stop' : 'done',
          title: event.text,
          note: [shortTime(event.at, now), event.orgName, event.personName].filter(Boolean).join(' '),
        }))}
      />
    </Card>
  );
}
