import { answerWithin, type ClockSegment, type DisclosureRequestView } from '@karez/contracts-portal';
import { Card, DataTable, type Column } from '@karez/web-ui';
import { shortDate, shortTime } from '../../app/time.js';

interface Line extends ClockSegment {
  readonly sum: number;
}
const kindWord = { running: '计入', stopped: '不计入', ended: '办结' } as const;
const columns: readonly Column<Line>[] = [
  { key: 'span', title: '区间', phone: 'title', cell: ({ from, to, kind }) => spanOf(from, to, kind) },
  {
    ...{ key: 'kind', title: '计否', width: '76px', phone: 'meta' },
    cell: ({ kind }) => <span className={kind === 'stopped' ? 'portal-open' : undefined}>{kindWord[kind]}</span>,
  },
  { key: 'cause', title: '依据', phone: 'meta', cell: ({ cause }) => cause },
  {
    key: 'days',
    title: '日数',
    width: '60px',
    phone: 'meta',
    cell: ({ workingDays, kind }) => (kind === 'running' ? `+${workingDays}` : '0'),
  },
  { key: 'sum', title: '累计', width: '60px', phone: 'line', cell: ({ sum }) => sum },
];
const spanOf = (from: string, to: string | undefined, kind: ClockSegment['kind']): string =>
  kind === 'ended' ? shortDate(from) : `${shortDate(from)} 至 ${to ? shortDate(to) : '今天'}`;

/** 期限怎么算出来的: stretch by stretch. A correction starts the count anew. */
export function ClockCard({ view: { clock, extendedBy, extensionReason, dueAt } }: { view: DisclosureRequestView }) {
  const lines = clock.reduce<Line[]>((before, segment) => {
    const anew = segment.cause.startsWith('收到补正');
    return [...before, { ...segment, sum: (anew ? 0 : (before.at(-1)?.sum ?? 0)) + segment.workingDays }];
  }, []);
  const allowed = answerWithin + (extendedBy ?? 0);
  return (
    <Card
      flush
      title="期限怎么算出来的"
      note={`共 ${allowed} 个工作日${extendedBy ? `，含延长 ${extendedBy} 个` : ''}`}
      aside={dueAt && <span className="kz-secondary">{shortTime(dueAt)} 到期</span>}
    >
      <DataTable<Line> label="期限区间" columns={columns} rows={lines} rowKey={({ from, kind }) => `${kind}${from}`} state="ready" />
      {extensionReason && <p className="office-line kz-secondary">延长理由：{extensionReason}</p>}
    </Card>
  );
}
