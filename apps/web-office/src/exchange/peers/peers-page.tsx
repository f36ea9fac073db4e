import type { PeerView } from '@karez/contracts-exchange';
import { ProblemError } from '@karez/web-client';
import { Card, DataTable, EmptyState, LoadingRows, Notice, PageHeader, StateDot, type Column } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemState } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { shortTime } from '../../app/time.js';
import { AttentionList } from '../attention/attention-list.js';
import { OwnNodeCard } from './own-node-card.js';
import { healthLook, linkWord } from './peer-looks.js';
import '../exchange-office.css';

const JoinDialog = lazy(() => import('./join-dialog.js').then((m) => ({ default: m.JoinDialog })));

const columns: readonly Column<PeerView>[] = [
  {
    ...{ key: 'name', title: '节点', phone: 'title' },
    cell: ({ name, nodeId }) => (
      <>
        {name} <span className="kz-mono exchange-node-id">{nodeId}</span>
      </>
    ),
  },
  { key: 'health', title: '状态', width: '116px', phone: 'meta', cell: ({ health }) => <StateDot look={healthLook[health]} /> },
  { key: 'link', title: '连接', width: '124px', phone: 'meta', cell: ({ link }) => linkWord[link] },
  { key: 'bodies', title: '承担', width: '60px', cell: ({ bodies }) => `${bodies.length} 家` },
  { key: 'heard', title: '最近应答', width: '88px', cell: ({ heardAt }) => (heardAt ? shortTime(heardAt) : '还没有') },
  {
    ...{ key: 'waiting', title: '待送信件', width: '112px' },
    cell: ({ waiting, oldestWaitingAt }) =>
      waiting === 0 ? '没有' : `${waiting} 封${oldestWaitingAt ? `，${shortTime(oldestWaitingAt)} 起` : ''}`,
  },
];

/** The other installations that letters go to, what waits for them, and who must act. */
export function PeersPage() {
  usePageTitle('交换节点');
  const may = useMay();
  const [joining, setJoining] = useState(false);
  const query = useQuery({
    queryKey: ['exchange', 'peers'],
    queryFn: ({ signal }) => api.exchange.listPeers({}, { signal }),
    refetchInterval: 60_000,
  });
  const { data } = query;
  return (
    <>
      <PageHeader
        title="交换节点"
        meta="节点之间只送签名的信件；公文以保管一方的回执为准"
        acts={
          may('exchange.peer.write') && (
            <Button type="primary" onClick={() => setJoining(true)}>
              接入节点…
            </Button>
          )
        }
      />
      <div className="kz-page">
        {query.isError && data && (
          <Notice tone="amber" live="status" title="没有取到节点的最新状态，">
            下面是上次取到的。
          </Notice>
        )}
        {data ? (
          <div className="office-columns exchange-peers">
            <div className="office-stack">
              <Card title="对方节点" note={`${data.items.length} 个`} flush>
                <PeersTable peers={data.items} />
              </Card>
              <Card title="需处理" flush>
                <AttentionList />
              </Card>
            </div>
            <aside className="office-aside">
              <OwnNodeCard self={data.self} />
            </aside>
          </div>
        ) : query.isPending ? (
          <LoadingRows label="交换节点" rows={4} />
        ) : (
          <ProblemState
            label="交换节点"
            problem={query.error instanceof ProblemError ? query.error : null}
            again={() => void query.refetch()}
          />
        )}
      </div>
      <Suspense>{joining && data && <JoinDialog self={data.self} onClose={() => setJoining(false)} />}</Suspense>
    </>
  );
}

const PeersTable = ({ peers }: { peers: readonly PeerView[] }) => (
  <DataTable<PeerView>
    label="对方节点"
    columns={columns}
    rows={peers}
    rowKey={({ nodeId }) => nodeId}
    state="ready"
    instead={
      <EmptyState dry title="还没有接入别的节点">
        所有单位都在本节点上收发。地州自建节点后，交换名片即可接入。
      </EmptyState>
    }
    below={({ needs, lastError }) => {
      if (!needs && !lastError) return undefined;
      return (
        <Notice tone="amber" title={needs ?? '最近一次没有送到。'}>
          {lastError && <span className="kz-caption">最近的错误：{lastError}</span>}
        </Notice>
      );
    }}
  />
);
