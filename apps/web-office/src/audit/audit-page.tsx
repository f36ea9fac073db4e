import type { AuditRow, ListAudit } from '@karez/contracts-identity';
import { Card, DataTable, FilterChips, PageHeader, palette, StateDot, type Column } from '@karez/web-ui';
import { Input } from 'antd';
import { useSearchParams } from 'react-router';
import { api } from '../app/api.js';
import { insteadOfRows } from '../app/instead.js';
import { useKeyset } from '../app/keyset.js';
import { usePageTitle } from '../app/page-title.js';
import { shortTime } from '../app/time.js';
import { AuditTargets } from './audit-targets.js';

const outcomeLook = {
  done: { label: '已办', glyph: 'full', color: palette.green },
  refused: { label: '被拒绝', glyph: 'barred', color: palette.plum },
} as const;
const lookOf = (outcome: string) => (outcome === 'done' ? outcomeLook.done : outcomeLook.refused);

const columns: readonly Column<AuditRow>[] = [
  { key: 'at', title: '时间', cell: ({ at }) => shortTime(at), width: '120px', phone: 'meta' },
  { key: 'act', title: '操作', cell: ({ summary, operation }) => <span title={operation}>{summary}</span>, phone: 'title' },
  { key: 'who', title: '谁', cell: ({ actorName, orgName }) => (orgName ? `${actorName}，${orgName}` : actorName), phone: 'meta' },
  { key: 'outcome', title: '结果', cell: ({ outcome }) => <StateDot look={lookOf(outcome)} />, width: '96px', phone: 'meta' },
  { key: 'address', title: '来源地址', cell: ({ address }) => address ?? '—', width: '128px', phone: 'none' },
  { key: 'targets', title: '对象', cell: ({ targets }) => <AuditTargets targets={targets} />, width: '176px' },
];

/** Government time: the chosen day begins and ends in Beijing. */
const dayStart = (day: string) => `${day}T00:00:00+08:00`;
const dayEnd = (day: string) => `${day}T23:59:59.999+08:00`;

export function AuditPage() {
  usePageTitle('审计记录');
  const [search, setSearch] = useSearchParams();
  const outcome = search.get('outcome') === 'done' ? 'done' : search.get('outcome') === 'refused' ? 'refused' : undefined;
  const from = search.get('from') ?? '';
  const to = search.get('to') ?? '';
  const request: ListAudit = { ...(outcome && { outcome }), ...(from && { from: dayStart(from) }), ...(to && { to: dayEnd(to) }) };
  const list = useKeyset(['audit'], (page: ListAudit, options) => api.identity.listAudit(page, options), request);
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value) next.set(name, value);
    else next.delete(name);
    setSearch(next, { replace: true });
  };
  return (
    <>
      <PageHeader title="审计记录" meta="每次办理都有记录，只增不改；查阅审计也记入审计" />
      <div className="kz-page">
        <div className="office-filters" data-filter>
          <label className="office-date">
            从 <Input type="date" value={from} max={to || undefined} onChange={(event) => set('from', event.target.value)} />
          </label>
          <label className="office-date">
            到 <Input type="date" value={to} min={from || undefined} onChange={(event) => set('to', event.target.value)} />
          </label>
          <FilterChips
            label="按结果"
            value={outcome ?? 'all'}
            onChange={(value) => set('outcome', value === 'all' ? undefined : value)}
            chips={[
              { value: 'all', label: '全部' },
              { value: 'done', label: '已办' },
              { value: 'refused', label: '被拒绝' },
            ]}
          />
        </div>
        <Card flush>
          <DataTable<AuditRow>
            label="审计记录"
            columns={columns}
            rows={list.rows}
            rowKey={({ id }) => id}
            state={list.state}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
            instead={insteadOfRows({ label: '审计记录', list, empty: { title: '这段时间没有记录' } })}
          />
        </Card>
      </div>
    </>
  );
}
