import type { InspectionLine, InspectionRule } from '@karez/contracts-portal';
import { ProblemError } from '@karez/web-client';
import { Card, DataTable, DueLamp, FilterChips, Notice, PageHeader, type Column } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { ProblemState } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { shortTime } from '../../app/time.js';
import { inspectionQuery, sitesQuery } from '../portal-queries.js';
import '../portal.css';

/** Rule of the national check, and whether it alone fails a site. */
const ruleWord: Readonly<Record<InspectionRule, { readonly label: string; readonly alone: boolean }>> = {
  home_silent: { label: '首页两周未更新', alone: true },
  column_silent: { label: '栏目到期未更新', alone: true },
  columns_silent: { label: '未更新栏目数', alone: true },
  letter_unanswered: { label: '来信三个月未答复', alone: true },
  column_empty: { label: '空白栏目', alone: false },
  disclosure_overdue: { label: '公开申请逾期', alone: false },
};
const lampWord = { red: '已触发', amber: '将触发', green: '正常' } as const;
type Shown = 'all' | keyof typeof lampWord;

const left = ({ lamp, daysLeft }: InspectionLine): string =>
  daysLeft === undefined ? lampWord[lamp] : daysLeft < 0 ? `超 ${-daysLeft} 天` : daysLeft === 0 ? '今天触发' : `剩 ${daysLeft} 天`;
const kitLamp = { red: 'red', amber: 'yellow', green: 'green' } as const;

/** What happened last and what is counted. */
function standing({ since, count, limit }: InspectionLine): string {
  const counted = count === undefined ? '' : `现有 ${count} 个${limit === undefined ? '' : `，满 ${limit} 个触发`}`;
  return [since && `最近一次 ${shortTime(since)}`, counted].filter(Boolean).join('，') || '还没有内容';
}

const placeOf: Readonly<Partial<Record<InspectionRule, (id: string) => string>>> = {
  letter_unanswered: (id) => `/portal/letters/${id}`,
  disclosure_overdue: (id) => `/portal/requests/${id}`,
};

/** 网站自查: every rule of 国办秘函〔2019〕19号 that the platform sees by itself, with the days left before it bites. */
export function InspectionPage() {
  usePageTitle('网站自查');
  const [search, setSearch] = useSearchParams();
  const [shown, setShown] = useState<Shown>('all');
  const { data: sites } = useQuery(sitesQuery);
  const siteId = search.get('site') ?? (sites?.items.find(({ parentId }) => !parentId) ?? sites?.items[0])?.id ?? '';
  const board = useQuery(inspectionQuery(siteId));
  const lines = board.data?.lines ?? [];
  const of = (lamp: Shown) => lines.filter((line) => line.lamp === lamp).length;
  return (
    <>
      <PageHeader title="网站自查" meta={board.data && `${shortTime(board.data.at)} 自动检查，依据国办秘函〔2019〕19号`} />
      <div className="kz-page">
        <div className="office-filters portal-filters" data-filter>
          <Select
            value={siteId || undefined}
            aria-label="站点"
            options={(sites?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(site: string) => setSearch({ site }, { replace: true })}
          />
          <FilterChips<Shown>
            label="按灯"
            value={shown}
            onChange={setShown}
            chips={[
              { value: 'all', label: '全部', count: lines.length },
              { value: 'red', label: lampWord.red, count: of('red'), lamp: 'red' },
              { value: 'amber', label: lampWord.amber, count: of('amber'), lamp: 'yellow' },
              { value: 'green', label: lampWord.green, count: of('green'), lamp: 'green' },
            ]}
          />
        </div>
        <Board siteId={siteId} shown={shown} />
      </div>
    </>
  );
}

/** The lines under one lamp; what has bitten is said above them. */
function Board({ siteId, shown }: { siteId: string; shown: Shown }) {
  const may = useMay();
  const board = useQuery(inspectionQuery(siteId));
  const problem = board.error instanceof ProblemError ? board.error : null;
  const bitten = (board.data?.lines ?? []).filter(({ lamp }) => lamp === 'red');
  if (board.isError) return <ProblemState label="自查结果" problem={problem} again={() => void board.refetch()} />;
  return (
    <>
      {bitten.length > 0 && (
        <Notice tone="plum" title={`${bitten.length} 项已触发，`}>
          其中单项否决 {bitten.filter(({ rule }) => ruleWord[rule].alone).length} 项，须立即处理。
        </Notice>
      )}
      <Card flush>
        <DataTable<InspectionLine>
          label="自查项目"
          columns={columnsFor(may)}
          rows={(board.data?.lines ?? []).filter(({ lamp }) => shown === 'all' || lamp === shown)}
          rowKey={({ rule, subject, subjectId }) => `${rule}${subjectId ?? subject ?? ''}`}
          state={board.isPending ? 'loading' : 'ready'}
          instead={<p className="office-line">没有这样的项目。</p>}
        />
      </Card>
    </>
  );
}

const columnsFor = (may: (permission: string) => boolean): readonly Column<InspectionLine>[] => [
  {
    ...{ key: 'left', title: '还剩', width: '124px', phone: 'meta' },
    cell: (line) => <DueLamp lamp={kitLamp[line.lamp]}>{left(line)}</DueLamp>,
  },
  {
    ...{ key: 'rule', title: '检查项', width: '204px', phone: 'meta' },
    cell: ({ rule }) => (
      <>
        {ruleWord[rule].label}
        {ruleWord[rule].alone && <span className="kz-caption"> 单项否决</span>}
      </>
    ),
  },
  {
    ...{ key: 'subject', title: '栏目、事项', phone: 'title' },
    cell: ({ rule, subject, subjectId }) => {
      const place = subjectId && placeOf[rule]?.(subjectId);
      const reads = rule === 'letter_unanswered' ? 'portal.letter.read' : 'portal.request.read';
      return place && may(reads) ? <Link to={place}>{subject}</Link> : (subject ?? '全站');
    },
  },
  { key: 'org', title: '责任单位', width: '168px', phone: 'meta', cell: ({ orgName }) => orgName ?? '网站管理' },
  { key: 'standing', title: '现状', width: '204px', phone: 'line', cell: standing },
];
