import { type DoneRow, todoKindWords } from '@karez/contracts-oa';
import { DataTable, palette, StateDot, type Column } from '@karez/web-ui';
import { Link } from 'react-router';
import { insteadOfRows } from '../../app/instead.js';
import { shortTime } from '../../app/time.js';
import { useDone } from './todo-queries.js';

const onTime = { label: '按时', glyph: 'full', color: palette.green } as const;
const late = { label: '逾期', glyph: 'diamond', color: palette.red } as const;
const columns: readonly Column<DoneRow>[] = [
  { key: 'title', title: '事项', phone: 'title', cell: ({ title }) => title },
  { key: 'kind', title: '来源', width: '84px', phone: 'meta', cell: ({ kind }) => todoKindWords[kind] },
  { key: 'act', title: '办理', width: '104px', phone: 'meta', cell: ({ act }) => act },
  { key: 'by', title: '办理人', width: '168px', phone: 'meta', cell: ({ doneByName }) => doneByName ?? '' },
  { key: 'opened', title: '转来', width: '120px', phone: 'none', cell: ({ openedAt }) => shortTime(openedAt) },
  { key: 'ended', title: '办结', width: '120px', phone: 'meta', cell: ({ endedAt }) => shortTime(endedAt) },
  { key: 'late', title: '时限', width: '84px', phone: 'meta', cell: (row) => <StateDot look={row.late ? late : onTime} /> },
];

/** 已办: what one did, for others too, and what others did for one. */
export function DoneTable({ q }: { q: string }) {
  const list = useDone(q ? { q } : {});
  const empty = q ? { title: '没有符合的已办' } : { title: '还没有已办', words: '办结的事项留在这里，谁代办的也写明。' };
  return (
    <DataTable<DoneRow>
      label="已办"
      columns={columns}
      rows={list.rows}
      rowKey={({ id }) => id}
      rowHref={({ href }) => href}
      link={Link}
      state={list.state}
      onMore={list.onMore}
      loadingMore={list.loadingMore}
      instead={insteadOfRows({ label: '已办', list, empty })}
    />
  );
}
