import type { WebhookView } from '@karez/contracts-exchange';
import { ProblemError } from '@karez/web-client';
import { Card, DataTable, Notice, PageHeader, StateDot, type Column } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { api } from '../../app/api.js';
import { insteadOfRows } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { shortTime } from '../../app/time.js';
import { WebhookActs } from './webhook-acts.js';
import { kindsText, webhookLook } from './webhook-words.js';
import '../exchange-office.css';

const WebhookDialog = lazy(() => import('./webhook-dialog.js').then((m) => ({ default: m.WebhookDialog })));

const columns: readonly Column<WebhookView>[] = [
  { key: 'url', title: '推送地址', phone: 'title', cell: ({ url }) => <span className="kz-mono exchange-address">{url}</span> },
  { key: 'org', title: '单位', cell: ({ orgName }) => orgName, width: '140px', phone: 'meta' },
  { key: 'state', title: '状态', cell: (row) => <StateDot look={webhookLook(row)} />, width: '132px', phone: 'meta' },
  { key: 'kinds', title: '推送什么', cell: ({ kinds }) => kindsText(kinds), width: '140px' },
  {
    ...{ key: 'last', title: '最近送到', width: '104px' },
    cell: ({ lastDeliveredAt }) => (lastDeliveredAt ? shortTime(lastDeliveredAt) : '还没有'),
  },
  { key: 'waiting', title: '待送', cell: ({ waiting }) => `${waiting} 件`, width: '64px' },
  { key: 'acts', title: '办理', acts: true, width: '176px', cell: (row) => <WebhookActs webhook={row} /> },
];

/** Where a bureau's own system is told that something happened to a delivery; never its content. */
export function WebhooksPage() {
  usePageTitle('事件推送');
  const [making, setMaking] = useState(false);
  const query = useQuery({
    queryKey: ['exchange', 'webhooks'],
    queryFn: ({ signal }) => api.exchange.listWebhooks({}, { signal }),
    refetchInterval: 60_000,
  });
  const problem = query.error instanceof ProblemError ? query.error : null;
  const rows = query.data?.items ?? [];
  const state = query.isPending ? 'loading' : !query.isError ? 'ready' : problem?.status === 403 ? 'refused' : 'failed';
  const list = { state, problem, rows, again: () => void query.refetch() } as const;
  return (
    <>
      <PageHeader
        title="事件推送"
        meta="向单位自己的系统通知收发的进展，只说发生了什么，不含公文内容"
        acts={
          <Button type="primary" onClick={() => setMaking(true)}>
            设推送地址…
          </Button>
        }
      />
      <div className="kz-page">
        <Card flush>
          <DataTable<WebhookView>
            label="推送地址"
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            state={state}
            instead={insteadOfRows({
              label: '推送地址',
              list,
              empty: { title: '还没有推送地址', words: '单位自己的办公系统可以在这里登记地址；也可以不登记，由它按游标来取事件。' },
            })}
            below={({ lastError, paused }) =>
              lastError &&
              (paused || rows.some(({ failures }) => failures > 0)) && (
                <Notice tone="amber" title={paused ? '多次送不到，已停止推送。' : '最近一次没有送到。'}>
                  {lastError}
                  {paused && '。对方修好后按「恢复」，积下的事件接着送。'}
                </Notice>
              )
            }
          />
        </Card>
      </div>
      <Suspense>{making && <WebhookDialog onClose={() => setMaking(false)} />}</Suspense>
    </>
  );
}
