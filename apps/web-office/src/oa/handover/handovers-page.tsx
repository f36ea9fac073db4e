import { type HandoverRow, type Leaver, todoKindWords } from '@karez/contracts-oa';
import { Card, DataTable, EmptyState, ListRow, LoadingRows, PageHeader, palette, RowList, StateDot, type Column } from '@karez/web-ui';
import { ProblemError } from '@karez/web-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { insteadOfRows, ProblemState } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { shortTime } from '../../app/time.js';
import { type ChosenPerson, PersonChoice } from '../../people/person-choice.js';
import { HandOverDialog } from './hand-over-dialog.js';
import { strandedQuery, useHandovers } from './handover-queries.js';

const columns: readonly Column<HandoverRow>[] = [
  { key: 'from', title: '移交人', phone: 'title', cell: ({ fromName }) => fromName },
  {
    ...{ key: 'to', title: '接办', width: '320px', phone: 'meta' },
    cell: ({ shares }) =>
      shares
        .map(({ toName, kinds, moved }) => `${toName} ${moved} 件（${kinds.map((kind) => todoKindWords[kind]).join('、')}）`)
        .join('，'),
  },
  { key: 'reason', title: '事由', width: '140px', phone: 'meta', cell: ({ reason }) => reason },
  { key: 'by', title: '经办', width: '96px', phone: 'meta', cell: ({ byName }) => byName },
  { key: 'at', title: '时间', width: '120px', phone: 'meta', cell: ({ at }) => shortTime(at) },
];

/** 工作移交: whose work nobody does any more, handing it over, and what was handed over. */
export function HandoversPage() {
  usePageTitle('工作移交');
  const [person, setPerson] = useState<ChosenPerson>();
  const list = useHandovers();
  return (
    <>
      <PageHeader title="工作移交" meta="调离、退休、停用的人员，在办事项交给接办人" />
      <div className="kz-page office-stack">
        <Card title="移交谁的工作">
          <PersonChoice id="hand-over-from" onChange={setPerson} />
        </Card>
        <Stranded onChoose={setPerson} />
        <Card title="移交记录" flush>
          <DataTable<HandoverRow>
            label="移交记录"
            columns={columns}
            rows={list.rows}
            rowKey={({ id }) => id}
            state={list.state}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
            instead={insteadOfRows({
              label: '移交记录',
              list,
              empty: { title: '还没有移交记录', words: '每次移交给了谁、多少件，留在这里。' },
            })}
          />
        </Card>
      </div>
      {person && <HandOverDialog person={person} onClose={() => setPerson(undefined)} />}
    </>
  );
}

function Stranded({ onChoose }: { onChoose: (person: ChosenPerson) => void }) {
  const { data, error, isPending, refetch } = useQuery(strandedQuery);
  return (
    <Card
      title="已停用人员的在办事项"
      note={data && data.people.length > 0 ? `${data.people.length} 人，不移交就没有人办` : undefined}
      flush
    >
      {isPending && <LoadingRows label="在办事项" rows={2} />}
      {error && <ProblemState label="在办事项" problem={error instanceof ProblemError ? error : null} again={() => void refetch()} />}
      {data?.people.length === 0 && <EmptyState title="没有搁下的工作">已停用的人员都没有在办事项。</EmptyState>}
      <RowList label="已停用人员">
        {data?.people.map((each) => (
          <ListRow
            key={each.id}
            title={each.name}
            meta={[each.orgName, wordsOf(each), <StateDot key="state" look={{ label: '已停用', glyph: 'barred', color: palette.slate }} />]}
            {...(each.open.length > 0 && { act: { key: 'hand-over', label: '移交', asks: true, onAct: () => onChoose(each) } })}
          />
        ))}
      </RowList>
    </Card>
  );
}

const wordsOf = ({ open, elsewhere }: Leaver): string =>
  [
    ...open.map(({ kind, count }) => `${todoKindWords[kind]} ${count} 件`),
    ...(elsewhere > 0 ? [`其他系统 ${elsewhere} 件，请到那里改派`] : []),
  ].join('，');
