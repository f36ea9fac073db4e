import type { ColumnView, SiteView } from '@karez/contracts-portal';
import { ProblemError } from '@karez/web-client';
import { Card, DataTable, StateDot, type Column } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { AskButton } from '../../app/ask-button.js';
import { insteadOfRows } from '../../app/instead.js';
import { useMay } from '../../app/person-self.js';
import { ProblemNote } from '../../app/problem-note.js';
import { shortTime } from '../../app/time.js';
import { useAct } from '../../app/use-act.js';
import { AskDialog } from '../../app/ask-dialog.js';
import { columnsQuery, portalKey } from '../portal-queries.js';
import { columnQuestion } from './column-question.js';
import { siteLook } from './site-look.js';
import { columnTypeWord } from './site-words.js';

const depthOf = (column: ColumnView, all: readonly ColumnView[]): number => {
  const parent = all.find(({ id }) => id === column.parentId);
  return parent ? depthOf(parent, all) + 1 : 0;
};

/** 栏目树: who answers for each column, how a text gets into it, and how long it may be silent. */
export function ColumnTree({ site }: { site: SiteView }) {
  const keeps = useMay()('portal.site.write');
  const tree = useQuery(columnsQuery(site.id));
  const [asked, setAsked] = useState<ColumnView | 'new'>();
  const move = useAct(
    ({ id: columnId, state }: ColumnView) => api.portal.setColumnState({ columnId, state: state === 'open' ? 'closed' : 'open' }),
    { changes: [portalKey], said: ({ name, state }) => (state === 'open' ? `「${name}」已重开。` : `「${name}」已关闭，不再收稿。`) },
  );
  const rows = tree.data?.items ?? [];
  const problem = tree.error instanceof ProblemError ? tree.error : null;
  const state = tree.isPending ? 'loading' : tree.isError ? 'failed' : 'ready';
  const columns: readonly Column<ColumnView>[] = [
    {
      ...{ key: 'name', title: '栏目', phone: 'title' },
      cell: (row) => (
        <span className={`portal-depth-${Math.min(3, depthOf(row, rows))}`}>
          {row.name} {columnTypeWord[row.type] !== row.name && <span className="kz-caption">{columnTypeWord[row.type]}</span>}
        </span>
      ),
    },
    { key: 'org', title: '责任单位', width: '136px', phone: 'meta', cell: ({ orgName }) => orgName },
    { key: 'chain', title: '审核流程', cell: ({ chain }) => chain.map(({ name }) => name).join(' → ') },
    {
      key: 'promise',
      title: '更新承诺',
      width: '96px',
      phone: 'meta',
      cell: ({ longestSilence }) => (longestSilence ? `${longestSilence} 天内` : '不限'),
    },
    {
      key: 'last',
      title: '最近发布',
      width: '112px',
      phone: 'line',
      cell: ({ lastPublishedAt }) => (lastPublishedAt ? shortTime(lastPublishedAt) : '没有'),
    },
    { key: 'live', title: '已发布', width: '64px', phone: 'meta', cell: ({ liveArticles }) => liveArticles },
    ...(keeps
      ? [
          {
            ...{ key: 'acts', title: '操作', width: '164px', acts: true },
            cell: (row: ColumnView) => (
              <span className="portal-acts">
                <Button size="small" aria-label={`修改…：${row.name}`} onClick={() => setAsked(row)}>
                  修改…
                </Button>{' '}
                <AskButton
                  small
                  label={row.state === 'open' ? '关闭' : '重开'}
                  of={row.name}
                  question={row.state === 'open' ? '关闭后不再收稿，已发布的文章仍可读。' : '重开后继续收稿。'}
                  busy={move.busy}
                  onYes={() => move.run(row)}
                />
              </span>
            ),
          },
        ]
      : [{ key: 'state', title: '状态', width: '88px', cell: (row: ColumnView) => <StateDot look={siteLook[row.state]} /> }]),
  ];
  return (
    <>
      <ProblemNote problem={move.refusal} onDismiss={move.dismiss} />
      <Card
        flush
        title="栏目"
        note={`${rows.length} 个`}
        aside={
          keeps && (
            <Button size="small" onClick={() => setAsked('new')}>
              新建栏目…
            </Button>
          )
        }
      >
        <DataTable<ColumnView>
          label="栏目"
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          state={state}
          instead={insteadOfRows({
            label: '栏目',
            list: { state, problem, rows, again: () => void tree.refetch() },
            empty: { title: '还没有栏目' },
          })}
        />
      </Card>
      {asked && (
        <AskDialog
          changes={[portalKey]}
          question={columnQuestion(site, rows, asked === 'new' ? undefined : asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  );
}
