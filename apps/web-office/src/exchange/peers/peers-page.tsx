import type { PeerView } from '@karez/contracts-exchange';
import { ProblemError } from '@karez/web-client';
import { Card, DataTable, EmptyState, LoadingRows, Notice, PageHeader, Reveal, StateDot, type Column } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../app/api.js';
import { ProblemState } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { shortTime } from '../../app/time.js';
import { OwnNodeCard } from './own-node-card.js';
import { PeerActs } from './peer-acts.js';
import { healthLook } from './peer-looks.js';
import { linkWord, peerTrouble, waitingWords } from './peer-words.js';
import '../exchange-office.css';

const JoinDialog = lazy(() => import('./join-dialog.js').then((m) => ({ default: m.JoinDialog })));

const facts: readonly Column<PeerView>[] = [
  {
    ...{ key: 'name', title: '节点', phone: 'title' },
    cell: ({ name, nodeId }) => (
      <>
        {name} <span className="kz-mono exchange-node-id">{nodeId}</span>
      </>
    ),
  },
  { key: 'health', title: '状态', width: '104px', phone: 'meta', cell: ({ health }) => <StateDot look={healthLook[health]} /> },
  { key: 'link', title: '连接', width: '96px', phone: 'meta', cell: ({ link }) => linkWord[link] },
  {
    key: 'bodies',
    title: '单位',
    width: '80px',
    cell: ({ bodyNames }) => <Reveal label={`${bodyNames.length} 家`}>{bodyNames.join('、')}</Reveal>,
  },
  { key: 'heard', title: '最近应答', width: '112px', cell: ({ heardAt }) => (heardAt ? shortTime(heardAt) : '还没有') },
  { key: 'waiting', title: '待送信函', width: '176px', cell: waitingWords },
];

/** The other installations that letters go to, what waits for them, and who must act. */
export function PeersPage() {
  usePageTitle('交换节点');
  const may = useMay();
  const writes = may('exchange.peer.write');
  const [asked, setAsked] = useState<{ readonly of?: PeerView }>();
  const query = useQuery({
    queryKey: ['exchange', 'peers'],
    queryFn: ({ signal }) => api.exchange.listPeers({}, { signal }),
    refetchInterval: 10_000,
  });
  const { data } = query;
  const problem = query.error instanceof ProblemError ? query.error : null;
  return (
    <>
      <PageHeader
        title="交换节点"
        meta="节点之间只送签名的信函；公文以保管一方的回执为准"
        acts={
          writes && (
            <Button type="primary" disabled={!data} onClick={() => setAsked({})}>
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
          <div className="office-stack">
            <Card title="对方节点" note={`${data.items.length} 个`} flush>
              <PeersTable peers={data.items} onUpdate={writes ? (of) => setAsked({ of }) : undefined} />
            </Card>
            <OwnNodeCard self={data.self} />
          </div>
        ) : query.isPending ? (
          <LoadingRows label="交换节点" rows={4} />
        ) : (
          <ProblemState label="交换节点" problem={problem} again={() => void query.refetch()} />
        )}
      </div>
      <Suspense>{asked && data && <JoinDialog self={data.self} of={asked.of} onClose={() => setAsked(undefined)} />}</Suspense>
    </>
  );
}

const PeersTable = ({ peers, onUpdate }: { peers: readonly PeerView[]; onUpdate: ((peer: PeerView) => void) | undefined }) => (
  <DataTable<PeerView>
    label="对方节点"
    columns={onUpdate ? [...facts, actColumn(onUpdate)] : facts}
    rows={peers}
    rowKey={({ nodeId }) => nodeId}
    state="ready"
    instead={
      <EmptyState dry title="还没有接入别的节点">
        所有单位都在本节点上收发。地州自建节点后，交换名片即可接入。
      </EmptyState>
    }
    below={(peer) => {
      const trouble = peerTrouble(peer);
      return (
        trouble && (
          <Notice tone="amber" title={trouble.title}>
            {trouble.step}
          </Notice>
        )
      );
    }}
  />
);

const actColumn = (onUpdate: (peer: PeerView) => void): Column<PeerView> => ({
  ...{ key: 'acts', title: '办理', width: '264px', acts: true },
  cell: (peer) => <PeerActs peer={peer} onUpdate={onUpdate} />,
});
