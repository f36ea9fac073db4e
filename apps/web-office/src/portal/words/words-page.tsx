import { SearchOutlined } from '@ant-design/icons';
import { type WordList, wordLists, type WordView } from '@karez/contracts-portal';
import { Card, DataTable, FilterChips, PageHeader, type Column } from '@karez/web-ui';
import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api } from '../../app/api.js';
import { AskButton } from '../../app/ask-button.js';
import { insteadOfRows } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';
import { AskDialog, type Question, wordsIn } from '../../app/ask-dialog.js';
import { hitWord } from '../edition-words.js';
import { portalKey, useWords } from '../portal-queries.js';
import '../portal.css';

/** 检查词库: what the word check looks for. Everyone who writes may read it, the keeper keeps it. */
export function WordsPage() {
  usePageTitle('检查词库');
  const may = useMay();
  const [list, setList] = useState<WordList | 'all'>('all');
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const [put, setPut] = useState<WordView | 'new'>();
  const rows = useWords({ ...(list !== 'all' && { list }), ...(q && { q }) });
  const remove = useAct(({ id: wordId }: WordView) => api.portal.removeWord({ wordId }), {
    changes: [portalKey],
    said: (_, { word }) => `已删除词条「${word}」。`,
  });
  const keeps = may('portal.word.write');
  const columns: readonly Column<WordView>[] = [
    { key: 'word', title: '词', phone: 'title', cell: ({ word }) => word },
    { key: 'list', title: '类别', width: '132px', phone: 'meta', cell: (row) => hitWord[row.list] },
    { key: 'suggestion', title: '应写作', cell: ({ suggestion }) => suggestion ?? '删去或改写' },
    { key: 'note', title: '说明', cell: ({ note }) => note ?? '无' },
    ...(keeps
      ? [
          {
            ...{ key: 'acts', title: '操作', width: '168px', acts: true },
            cell: (row: WordView) => (
              <span className="portal-acts">
                <Button size="small" aria-label={`修改…：${row.word}`} onClick={() => setPut(row)}>
                  修改…
                </Button>{' '}
                <AskButton
                  small
                  label="删除"
                  of={row.word}
                  question="删除后不再检查这个词。"
                  busy={remove.busy}
                  onYes={() => remove.run(row)}
                />
              </span>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHeader
        title="检查词库"
        meta="保存稿件时自动检查；禁用语和涉领土表述不改正不能发布"
        acts={
          keeps && (
            <Button type="primary" onClick={() => setPut('new')}>
              添加词条
            </Button>
          )
        }
      />
      <div className="kz-page">
        <div className="office-filters" data-filter>
          <Input
            type="search"
            prefix={<SearchOutlined />}
            allowClear
            value={typed}
            maxLength={40}
            placeholder="词"
            aria-label="搜词库"
            onChange={(event) => setTyped(event.target.value)}
          />
          <FilterChips<WordList | 'all'>
            label="按类别"
            value={list}
            onChange={setList}
            chips={[{ value: 'all', label: '全部' }, ...wordLists.map((value) => ({ value, label: hitWord[value] }))]}
          />
        </div>
        <ProblemNote problem={remove.refusal} onDismiss={remove.dismiss} />
        <Card flush>
          <DataTable<WordView>
            label="词条"
            columns={columns}
            rows={rows.rows}
            rowKey={({ id }) => id}
            state={rows.state}
            onMore={rows.onMore}
            loadingMore={rows.loadingMore}
            instead={insteadOfRows({ label: '词条', list: rows, empty: { title: q ? `没有含「${q}」的词条` : '没有词条' } })}
          />
        </Card>
      </div>
      {put && <AskDialog changes={[portalKey]} question={questionOf(put)} onClose={() => setPut(undefined)} />}
    </>
  );
}

function questionOf(put: WordView | 'new'): Question<WordView> {
  const old = put === 'new' ? undefined : put;
  return {
    ...{ title: old ? `修改词条「${old.word}」` : '添加词条', submit: '保存' },
    lead: '保存后检查新写、新改的稿件；已发布的文章不重新检查。',
    fields: [
      {
        ...{ kind: 'choice', name: 'list', label: '类别', required: true },
        options: wordLists.filter((each) => !old || each === old.list).map((value) => ({ value, label: hitWord[value] })),
      },
      ...(old ? [] : [{ kind: 'text', name: 'word', label: '词', required: true, max: 40 } as const]),
      { kind: 'text', name: 'suggestion', label: '应写作', help: '领导姓名写“姓名＋职务”', max: 80 },
      { kind: 'long', name: 'note', label: '说明', max: 200 },
    ],
    initial: { ...old },
    call: (values) =>
      api.portal.putWord({
        ...{ list: wordLists.find((each) => each === values['list']) ?? 'banned', word: old?.word ?? wordsIn(values, 'word') ?? '' },
        ...{ suggestion: wordsIn(values, 'suggestion'), note: wordsIn(values, 'note') },
      }),
    said: ({ word }) => `已保存词条「${word}」。`,
  };
}
