import { taskTabs, type TaskView } from '@karez/contracts-approval';
import { Card, DueLamp, FilterChips, LoadingRows, PageHeader, RowList, SplitRow, StateDot } from '@karez/web-ui';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { insteadOfRows } from '../../app/instead.js';
import type { KeysetList } from '../../app/keyset.js';
import { usePageTitle } from '../../app/page-title.js';
import { ProblemNote } from '../../app/problem-note.js';
import { shortTime } from '../../app/time.js';
import { useAct } from '../../app/use-act.js';
import { useNow } from '../../exchange/delivery/use-now.js';
import { approval, approvalKey, useTasks } from '../approval-queries.js';
import { dueWords, lampOf, opinionNames } from '../approval-words.js';
import '../approval.css';

type Tab = (typeof taskTabs)[number];
const tabNames: Readonly<Record<Tab, string>> = { mine: '我的', claimable: '待认领', done: '已办' };
const empty: Readonly<Record<Tab, { title: string; words: string }>> = {
  mine: { title: '没有在手的审查任务', words: '从「待认领」里认领，认领后只有您能办理，放回去别人才能接着办。' },
  claimable: { title: '没有待认领的任务', words: '办件到了本单位的环节，任务就列在这里。' },
  done: { title: '还没有办过任务', words: '办结的任务和您写的意见留在这里。' },
};

/** 我的任务: what is in hand, what may be taken, what was done. */
export function TasksPage() {
  usePageTitle('审批任务');
  const [search, setSearch] = useSearchParams();
  const tab = taskTabs.find((each) => each === search.get('tab')) ?? 'mine';
  const list = useTasks({ tab, sort: tab === 'done' ? '-opened' : 'due' });
  const claim = useAct(approval.claimTask, {
    changes: [approvalKey],
    said: ({ task }) => `已认领：${task.name}，${task.subject}。`,
  });
  return (
    <>
      <PageHeader title="审批任务" />
      <div className="kz-page">
        <div className="office-filters">
          <FilterChips<Tab>
            label="按归属"
            value={tab}
            onChange={(value) => setSearch(value === 'mine' ? {} : { tab: value }, { replace: true })}
            chips={taskTabs.map((value) => ({ value, label: tabNames[value] }))}
          />
        </div>
        <ProblemNote problem={claim.refusal} onDismiss={claim.dismiss} />
        <Card flush>
          <TaskList list={list} tab={tab} onClaim={(taskId) => claim.run({ taskId })} busy={claim.busy} />
        </Card>
      </div>
    </>
  );
}

interface TaskListProps {
  list: KeysetList<TaskView>;
  tab: Tab;
  onClaim: (taskId: string) => void;
  busy: boolean;
}
function TaskList({ list, tab, onClaim, busy }: TaskListProps) {
  const now = useNow();
  if (list.state === 'loading') return <LoadingRows label="任务" rows={6} />;
  const instead = insteadOfRows({ label: '任务', list, empty: empty[tab] });
  if (list.rows.length === 0) return <>{instead}</>;
  return (
    <>
      {list.state !== 'ready' && instead}
      {tab === 'claimable' ? (
        <ul className="ap-opinions" aria-label="待认领任务">
          {list.rows.map((task) => (
            <li key={task.id}>
              <div className="ap-material-head">
                <Link to={`/approval/cases/${task.caseId}`}>
                  {task.name} · {task.subject}
                </Link>
                <TaskEnd task={task} now={now} />
                <span className="ap-end">
                  <Button size="small" loading={busy} onClick={() => onClaim(task.id)} aria-label={`认领：${task.name}，${task.subject}`}>
                    认领
                  </Button>
                </span>
              </div>
              <div className="kz-caption">{metaOf(task, now).join(' · ')}</div>
            </li>
          ))}
        </ul>
      ) : (
        <RowList label={`${tabNames[tab]}任务`}>
          {list.rows.map((task) => (
            <SplitRow
              key={task.id}
              title={`${task.name} · ${task.subject}`}
              meta={metaOf(task, now)}
              end={<TaskEnd task={task} now={now} />}
              href={`/approval/cases/${task.caseId}`}
              link={Link}
            />
          ))}
        </RowList>
      )}
      {list.onMore && (
        <div className="ap-foot">
          <button type="button" className="kz-textact" onClick={list.onMore} disabled={list.loadingMore}>
            {list.loadingMore ? '正在取下一页' : `已显示 ${list.rows.length} 项，再显示一页`}
          </button>
        </div>
      )}
    </>
  );
}

const metaOf = ({ itemName, applicantName, caseNumber, orgName, openedAt }: TaskView, now: Date): string[] => [
  ...[itemName, applicantName, caseNumber],
  ...(orgName ? [orgName] : []),
  shortTime(openedAt, now),
];

function TaskEnd({ task, now }: { task: TaskView; now: Date }) {
  if (task.state === 'done' || task.state === 'cancelled')
    return <span className="kz-secondary">{task.opinion ? opinionNames[task.opinion] : '已取消'}</span>;
  if (!task.dueAt) return <StateDot look={{ label: '无时限', glyph: 'ring', color: 'currentColor' }} />;
  return (
    <DueLamp lamp={lampOf[task.lamp]} end>
      {dueWords(task.dueAt, now)}
    </DueLamp>
  );
}
