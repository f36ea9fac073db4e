import { type SentTodoRow, todoKindWords } from '@karez/contracts-oa';
import { DueLamp, ListRow, LoadingRows, palette, RowList, StateDot } from '@karez/web-ui';
import { Link } from 'react-router';
import { insteadOfRows } from '../../app/instead.js';
import { ProblemNote } from '../../app/problem-note.js';
import { shortTime } from '../../app/time.js';
import { useAct } from '../../app/use-act.js';
import { dueWords } from '../../words/due-words.js';
import { oa } from '../oa-client.js';
import { todoKey, useSent } from './todo-queries.js';

/** 我交办的: what one sent to others and they have not done, to be urged as often as it takes. */
export function SentTable({ q }: { q: string }) {
  const list = useSent(q ? { q } : {});
  const urge = useAct(oa.urgeTodo, { changes: [todoKey], said: ({ reached }) => `已催办，提醒了 ${reached} 个承办人。` });
  if (list.state === 'loading') return <LoadingRows label="我交办的" rows={4} />;
  const empty = q ? { title: '没有符合的事项' } : { title: '没有等别人办的事', words: '您转给别人、还没有办结的事项列在这里，可以催办。' };
  const instead = insteadOfRows({ label: '我交办的事项', list, empty });
  if (list.rows.length === 0) return <>{instead}</>;
  return (
    <>
      <ProblemNote problem={urge.refusal} onDismiss={urge.dismiss} />
      {list.state !== 'ready' && instead}
      <RowList label="我交办的">
        {list.rows.map((row) => (
          <Sent key={row.id} row={row} busy={urge.busy} onUrge={() => urge.run({ todoId: row.id })} />
        ))}
      </RowList>
      {list.onMore && (
        <div className="kz-table-foot td-foot">
          <span>已显示 {list.rows.length} 件</span>
          <button type="button" className="kz-textact" onClick={list.onMore} disabled={list.loadingMore}>
            再显示一页
          </button>
        </div>
      )}
    </>
  );
}

function Sent({ row, busy, onUrge }: { row: SentTodoRow; busy: boolean; onUrge: () => void }) {
  const due = dueWords(row.dueAt);
  return (
    <ListRow
      lead={<DueLamp lamp={due.lamp}>{due.words}</DueLamp>}
      title={row.title}
      href={row.href}
      link={Link}
      meta={[
        todoKindWords[row.kind],
        `${shortTime(row.openedAt)} 转${row.holderName}`,
        ...(row.urgedAt ? [`催 ${row.urged}，最近 ${shortTime(row.urgedAt)}`] : []),
        <StateDot key="state" look={{ label: `待${row.act}`, glyph: 'ring', color: palette.water }} />,
      ]}
      {...(row.acts.includes('urge') && { act: { key: 'urge', label: '催办', busy, onAct: onUrge } })}
    />
  );
}
