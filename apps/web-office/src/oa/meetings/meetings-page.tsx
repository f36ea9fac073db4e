import { type MeetingRow, meetingStates, meetingStateWords, type MeetingState } from '@karez/contracts-oa';
import { Card, DataTable, FilterChips, PageHeader, StateDot, type Column } from '@karez/web-ui';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { AskDialog } from '../../app/ask-dialog.js';
import { insteadOfRows } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { oaKey } from '../oa-client.js';
import { useMeetings } from './meeting-queries.js';
import { planQuestion } from './meeting-questions.js';
import { kindWord, meetingLook, receiptWord, whenWords } from './meeting-words.js';

const columns: readonly Column<MeetingRow>[] = [
  { key: 'when', title: '时间', width: '192px', phone: 'meta', cell: ({ startsAt, endsAt }) => whenWords(startsAt, endsAt) },
  { key: 'title', title: '会议', phone: 'title', cell: ({ title }) => title },
  { key: 'where', title: '地点', width: '148px', phone: 'meta', cell: ({ where }) => where || '—' },
  { key: 'kind', title: '类别', width: '76px', phone: 'none', cell: ({ kind }) => kindWord[kind] },
  { key: 'state', title: '状态', width: '104px', phone: 'meta', cell: ({ state }) => <StateDot look={meetingLook(state)} /> },
  { key: 'mine', title: '我的回执', width: '88px', phone: 'meta', cell: ({ myReceipt }) => (myReceipt ? receiptWord[myReceipt] : '—') },
  { key: 'org', title: '主办', width: '120px', phone: 'none', cell: ({ orgName }) => orgName },
];
const tabs = { all: '全部', mine: '我参加的', run: '我主办的' } as const;
type Tab = keyof typeof tabs;

/** 会议: the latest first. */
export function MeetingsPage() {
  usePageTitle('会议');
  const may = useMay();
  const [search, setSearch] = useSearchParams();
  const [planning, setPlanning] = useState(false);
  const tab = (Object.keys(tabs) as Tab[]).find((each) => each === search.get('tab')) ?? 'all';
  const state = meetingStates.find((each) => each === search.get('state'));
  const list = useMeetings({ sort: '-starts', ...(tab !== 'all' && { tab }), ...(state && { state }) });
  const set = (next: { tab: Tab; state?: string | undefined }) =>
    setSearch({ tab: next.tab, ...(next.state && { state: next.state }) }, { replace: true });
  return (
    <>
      <PageHeader
        title="会议"
        meta="议题、通知、回执、签到、纪要"
        acts={
          <>
            <Link to="/oa/topics">议题</Link>
            {may('oa.meeting.write') && (
              <Button type="primary" onClick={() => setPlanning(true)}>
                安排会议
              </Button>
            )}
          </>
        }
      />
      <div className="kz-page">
        <div className="office-filters" data-filter>
          <Select<MeetingState>
            allowClear
            value={state}
            placeholder="全部状态"
            aria-label="按状态"
            options={meetingStates.map((value) => ({ value, label: meetingStateWords[value] }))}
            onChange={(chosen: MeetingState | undefined) => set({ tab, state: chosen })}
          />
          <FilterChips<Tab>
            label="按范围"
            value={tab}
            onChange={(value) => set({ tab: value, state })}
            chips={(Object.keys(tabs) as Tab[]).map((value) => ({ value, label: tabs[value] }))}
          />
        </div>
        <Card flush>
          <DataTable<MeetingRow>
            label="会议"
            columns={columns}
            rows={list.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/oa/meetings/${id}`}
            link={Link}
            state={list.state}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
            instead={insteadOfRows({
              label: '会议',
              list,
              empty: { title: '没有会议', words: '收到通知的会议和本单位主办的会议在这里。' },
            })}
          />
        </Card>
      </div>
      {planning && <AskDialog question={planQuestion} changes={[oaKey]} onClose={() => setPlanning(false)} />}
    </>
  );
}
