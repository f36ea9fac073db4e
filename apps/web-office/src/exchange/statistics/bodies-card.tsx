import type { CountsOfBody, ExchangeStatistics } from '@karez/contracts-exchange';
import { Card, DataTable, EmptyState, type Column } from '@karez/web-ui';
import { Button } from 'antd';
import { useState } from 'react';
import { statisticsCsv } from './csv.js';
import { sortBodies } from './sort-bodies.js';
import { signedShare, workingTime } from './working-time.js';

const column = (key: keyof CountsOfBody, title: string, width: string, phone?: 'none'): Column<CountsOfBody> => ({
  ...{ key, title, width, phone, sort: { up: `-${key}`, down: key } },
  cell: (row) => row[key] ?? '—',
});
const columns: readonly Column<CountsOfBody>[] = [
  { key: 'orgName', title: '单位', cell: ({ orgName }) => orgName, phone: 'title', sort: { up: 'orgName', down: '-orgName' } },
  column('sent', '发出', '76px'),
  column('received', '收到', '76px'),
  column('signed', '已签收', '88px'),
  { key: 'share', title: '签收率', width: '80px', cell: ({ received, signed }) => signedShare(received, signed) },
  column('waiting', '待签收', '88px'),
  {
    ...column('overdue', '逾期', '76px'),
    cell: ({ overdue }) => (overdue > 0 ? <span className="exchange-overdue">{overdue}</span> : 0),
  },
  column('urged', '催办', '76px', 'none'),
  {
    ...{ key: 'median', title: '签收用时', width: '128px', sort: { up: 'medianMinutesToSign', down: '-medianMinutesToSign' } },
    cell: ({ medianMinutesToSign }) => workingTime(medianMinutesToSign),
  },
];

/** Body by body; the whole table is here, so it is sorted here. */
export function BodiesCard({ statistics }: { statistics: ExchangeStatistics }) {
  const [sort, setSort] = useState('-received');
  const rows = sortBodies(statistics.byBody, sort);
  return (
    <Card
      title="按单位"
      note={`${rows.length} 家`}
      aside={
        rows.length > 0 && (
          <Button size="small" onClick={() => download(statisticsCsv(rows), `公文交换统计_${statistics.from}_${statistics.to}.csv`)}>
            导出 CSV
          </Button>
        )
      }
      flush
    >
      <DataTable<CountsOfBody>
        label="按单位的交换统计"
        columns={columns}
        rows={rows}
        rowKey={({ orgId }) => orgId}
        state="ready"
        sort={sort}
        onSort={setSort}
        instead={<EmptyState dry title="您的范围里没有单位往来公文" />}
      />
    </Card>
  );
}

/** Saved by the browser itself: nothing is sent anywhere. */
function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // the browser has taken hold of the bytes when the click has been handled
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
