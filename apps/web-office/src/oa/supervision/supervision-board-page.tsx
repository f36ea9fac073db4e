import type { SupervisionBoard, SupervisionFigures } from '@karez/contracts-oa';
import { ProblemError } from '@karez/web-client';
import { Card, FilterChips, LoadingRows, PageHeader } from '@karez/web-ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ProblemState } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { today } from '../../app/time.js';
import { BoardTables } from './board-tables.js';
import { BulletinDialog } from './bulletin-dialog.js';
import { BulletinsCard } from './bulletins-card.js';
import { SupervisionLamp } from './supervision-lamp.js';
import { boardQuery } from './supervision-queries.js';
import './supervision.css';

const periods = { month: '本月', year: '今年' } as const;
type Period = keyof typeof periods;

/** 督办看板: what a leader looks at first is what is late, and with whom. */
export function SupervisionBoardPage() {
  usePageTitle('督办看板');
  const may = useMay();
  const [period, setPeriod] = useState<Period>('year');
  const [issuing, setIssuing] = useState(false);
  const to = today();
  const from = period === 'year' ? `${to.slice(0, 4)}-01-01` : `${to.slice(0, 7)}-01`;
  const board = useQuery({ ...boardQuery(from, to), placeholderData: keepPreviousData });
  return (
    <>
      <PageHeader
        crumb={<Link to="/oa/supervision">督查督办</Link>}
        title="督办看板"
        meta={`${from} 至 ${to} 登记的事项`}
        acts={may('oa.supervision.write') && <Button onClick={() => setIssuing(true)}>印发通报</Button>}
      />
      <div className="kz-page">
        <div className="office-filters">
          <FilterChips<Period>
            label="按时段"
            value={period}
            onChange={setPeriod}
            chips={(Object.keys(periods) as Period[]).map((value) => ({ value, label: periods[value] }))}
          />
        </div>
        {board.isPending && <LoadingRows label="看板" rows={8} />}
        {board.isError && (
          <ProblemState
            label="看板"
            problem={board.error instanceof ProblemError ? board.error : null}
            again={() => void board.refetch()}
          />
        )}
        {board.data && <Board board={board.data} />}
        <BulletinsCard />
      </div>
      {issuing && <BulletinDialog from={from} to={to} onClose={() => setIssuing(false)} />}
    </>
  );
}

function Board({ board }: { board: SupervisionBoard }) {
  return (
    <>
      <Card title="全部">
        <dl className="sv-figures">
          {figures(board.total).map(([name, value, href]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{href ? <Link to={href}>{value}</Link> : value}</dd>
            </div>
          ))}
        </dl>
      </Card>
      {board.overdue.length > 0 && (
        <Card title="逾期事项" note="逾期最久的在前" flush>
          <ul className="sv-overdue">
            {board.overdue.map((item) => (
              <li key={item.id}>
                <SupervisionLamp item={item} />
                <Link to={`/oa/supervision/${item.id}`}>{item.title}</Link>
                <span className="kz-caption">{item.leadOrgName ?? '未交办'}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <BoardTables board={board} />
    </>
  );
}

const figures = ({
  total,
  open,
  red,
  yellow,
  closedInTime,
  closedLate,
  score,
}: SupervisionFigures): readonly (readonly [string, string | number, string?])[] => [
  ['立项登记', total],
  ['在办', open],
  ['逾期', red, '/oa/supervision?lamp=red'],
  ['临近', yellow, '/oa/supervision?lamp=yellow'],
  ['按期销号', closedInTime],
  ['超期销号', closedLate],
  ['按期率', closedInTime + closedLate ? `${((closedInTime / (closedInTime + closedLate)) * 100).toFixed(0)}%` : '—'],
  ['平均评分', score?.toFixed(1) ?? '—'],
];
