import type { DelegationView } from '@karez/contracts-oa';
import { Card, DataTable, FilterChips, PageHeader, StateDot, type Column } from '@karez/web-ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { insteadOfRows } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';
import { oa, oaKey } from '../oa-client.js';
import { useDelegations } from './delegation-queries.js';
import { periodWords, scopeWords, standingLook } from './delegation-words.js';
import { GrantDialog } from './grant-dialog.js';

const tabs = { all: '全部', granted: '我委托的', received: '委托给我的' } as const;
type Tab = keyof typeof tabs;

/** 委托代办: who does whose work, for how long, and what of it. */
export function DelegationsPage() {
  usePageTitle('委托代办');
  const [search, setSearch] = useSearchParams();
  const [granting, setGranting] = useState(search.has('new'));
  const tab = (Object.keys(tabs) as Tab[]).find((each) => each === search.get('tab')) ?? 'all';
  const list = useDelegations(tab === 'all' ? {} : { tab });
  const revoke = useAct(oa.revokeDelegation, { changes: [oaKey], said: ({ toName }) => `已收回对${toName}的委托，对方不能再代办。` });
  const columns: readonly Column<DelegationView>[] = [
    { key: 'who', title: '委托', phone: 'title', cell: ({ fromName, toName }) => `${fromName}委托${toName}` },
    { key: 'kinds', title: '事项', width: '180px', phone: 'meta', cell: ({ kinds }) => scopeWords(kinds) },
    { key: 'period', title: '期间', width: '220px', phone: 'meta', cell: periodWords },
    { key: 'reason', title: '事由', width: '120px', phone: 'meta', cell: ({ reason }) => reason ?? '' },
    { key: 'standing', title: '状态', width: '96px', phone: 'meta', cell: ({ standing }) => <StateDot look={standingLook(standing)} /> },
    {
      ...{ key: 'act', title: '', width: '84px', phone: 'meta' },
      cell: ({ id, acts, toName }) =>
        acts.includes('revoke') && (
          <Button size="small" loading={revoke.busy} onClick={() => revoke.run({ delegationId: id })} aria-label={`收回对${toName}的委托`}>
            收回
          </Button>
        ),
    },
  ];
  return (
    <>
      <PageHeader
        title="委托代办"
        meta="不能转委托，随时可以收回"
        acts={
          <Button type="primary" onClick={() => setGranting(true)}>
            委托他人代办
          </Button>
        }
      />
      <div className="kz-page">
        <div className="office-filters">
          <FilterChips<Tab>
            label="按方向"
            value={tab}
            onChange={(value) => setSearch(value === 'all' ? {} : { tab: value }, { replace: true })}
            chips={(Object.keys(tabs) as Tab[]).map((value) => ({ value, label: tabs[value] }))}
          />
        </div>
        <ProblemNote problem={revoke.refusal} onDismiss={revoke.dismiss} />
        <Card flush>
          <DataTable<DelegationView>
            label="委托代办"
            columns={columns}
            rows={list.rows}
            rowKey={({ id }) => id}
            state={list.state}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
            instead={insteadOfRows({
              ...{ label: '委托', list },
              empty: { title: '没有委托', words: '出差、休假前可以委托同事代办，期间对方能看到并办理您的待办。' },
            })}
          />
        </Card>
      </div>
      {granting && <GrantDialog onClose={() => setGranting(false)} />}
    </>
  );
}
