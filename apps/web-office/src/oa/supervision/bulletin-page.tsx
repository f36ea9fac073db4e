import { ProblemError } from '@karez/web-client';
import { Card, LoadingRows, PageHeader } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { ProblemPage } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { shortTime } from '../../app/time.js';
import { Paragraphs } from '../../portal/paragraphs.js';
import { BoardTables } from './board-tables.js';
import { bulletinQuery } from './supervision-queries.js';
import './supervision.css';

/** One 督查通报, for reading and printing. */
export function BulletinPage() {
  usePageTitle('督查通报');
  const { bulletinId = '' } = useParams();
  const bulletin = useQuery(bulletinQuery(bulletinId));
  if (bulletin.isPending) return <LoadingRows label="督查通报" rows={8} />;
  if (!bulletin.data) {
    const problem = bulletin.error instanceof ProblemError ? bulletin.error : null;
    return <ProblemPage title="督查通报" label="这期通报" problem={problem} again={() => void bulletin.refetch()} />;
  }
  const { title, year, issue, from, to, byName, issuedAt, text, board } = bulletin.data;
  return (
    <>
      <PageHeader
        crumb={<Link to="/oa/supervision-board">督办看板</Link>}
        title={title}
        meta={`${year} 年第 ${issue} 期，${from} 至 ${to}，${byName} ${shortTime(issuedAt)} 印发`}
        acts={<Button onClick={() => window.print()}>打印</Button>}
      />
      <div className="kz-page">
        {text && (
          <Card>
            <Paragraphs text={text} />
          </Card>
        )}
        <BoardTables board={board} />
      </div>
    </>
  );
}
