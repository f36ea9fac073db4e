import { type TopicAct, topicStates, topicStateWords, type TopicRow, type TopicState, type TopicView } from '@karez/contracts-oa';
import { ProblemError } from '@karez/web-client';
import { type Act, ActionBar, Card, DataTable, Facts, LoadingRows, Notice, PageHeader, StateDot, type Column } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { AskDialog, type Question, wordsIn } from '../../app/ask-dialog.js';
import { insteadOfRows, ProblemPage } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { shortTime } from '../../app/time.js';
import { Paragraphs } from '../../portal/paragraphs.js';
import { oa, oaKey } from '../oa-client.js';
import { topicQuery, useTopics } from './meeting-queries.js';
import { proposeQuestion } from './meeting-questions.js';
import { outcomeWord, topicLook } from './meeting-words.js';

const columns: readonly Column<TopicRow>[] = [
  { key: 'number', title: '议题号', width: '128px', phone: 'meta', cell: ({ number }) => number },
  { key: 'title', title: '议题', phone: 'title', cell: ({ title }) => title },
  { key: 'org', title: '申报单位', width: '140px', phone: 'meta', cell: ({ orgName }) => orgName },
  { key: 'reporter', title: '汇报人', width: '88px', phone: 'none', cell: ({ reporter }) => reporter },
  { key: 'state', title: '状态', width: '124px', phone: 'meta', cell: ({ state }) => <StateDot look={topicLook(state)} /> },
  { key: 'at', title: '申报', width: '104px', phone: 'none', cell: ({ proposedAt }) => shortTime(proposedAt) },
];

export function TopicsPage() {
  const { topicId } = useParams();
  return topicId ? <TopicPage key={topicId} topicId={topicId} /> : <TopicList />;
}

/** 议题 of bodies in reach: the latest first. */
function TopicList() {
  usePageTitle('议题');
  const [search, setSearch] = useSearchParams();
  const [proposing, setProposing] = useState(false);
  const state = topicStates.find((each) => each === search.get('state'));
  const list = useTopics({ ...(state && { state }) });
  return (
    <>
      <PageHeader
        crumb={<Link to="/oa/meetings">会议</Link>}
        title="议题"
        acts={
          <Button type="primary" onClick={() => setProposing(true)}>
            申报议题
          </Button>
        }
      />
      <div className="kz-page">
        <div className="office-filters" data-filter>
          <Select<TopicState>
            allowClear
            value={state}
            placeholder="全部状态"
            aria-label="按状态"
            options={topicStates.map((value) => ({ value, label: topicStateWords[value] }))}
            onChange={(chosen: TopicState | undefined) => setSearch(chosen ? { state: chosen } : {}, { replace: true })}
          />
        </div>
        <Card flush>
          <DataTable<TopicRow>
            label="议题"
            columns={columns}
            rows={list.rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/oa/topics/${id}`}
            link={Link}
            state={list.state}
            onMore={list.onMore}
            loadingMore={list.loadingMore}
            instead={insteadOfRows({ label: '议题', list, empty: { title: '没有议题', words: '需要上会研究的事项在这里申报。' } })}
          />
        </Card>
      </div>
      {proposing && <AskDialog question={proposeQuestion} changes={[oaKey]} onClose={() => setProposing(false)} />}
    </>
  );
}

const actWord: Readonly<Record<TopicAct, string>> = {
  edit: '修改',
  propose: '修改后重报',
  review: '审核',
  approve: '审定',
  withdraw: '撤回',
};
function questionOf(act: TopicAct, view: TopicView): Question<TopicView> {
  const topicId = view.id;
  if (act === 'withdraw') return { title: '撤回议题', submit: '撤回', lead: '撤回后不能恢复。', fields: [], call: () => oa.withdrawTopic({ topicId }), said: () => '议题已撤回。' }; // prettier-ignore
  if (act === 'edit' || act === 'propose')
    return {
      ...{ ...proposeQuestion, title: actWord[act], submit: '保存并送审核', draftKey: `oa.topic.${topicId}` },
      initial: { title: view.title, reporter: view.reporter, minutes: String(view.minutes), content: view.content },
      call: (values) =>
        oa.updateTopic({
          ...{ topicId, version: view.version, title: wordsIn(values, 'title') ?? '', content: wordsIn(values, 'content') ?? '' },
          ...{ reporter: wordsIn(values, 'reporter') ?? '', minutes: Number(values['minutes']) },
        }),
      said: () => '已保存，送审核。',
    };
  const judge = act === 'review' ? (request: Parameters<typeof oa.reviewTopic>[0]) => oa.reviewTopic(request) : (request: Parameters<typeof oa.approveTopic>[0]) => oa.approveTopic(request); // prettier-ignore
  return {
    ...{ title: `${actWord[act]}议题`, submit: '提交', lead: view.title },
    fields: [
      { kind: 'choice', name: 'decision', label: '结论', required: true, options: [{ value: 'pass', label: '同意' }, { value: 'return', label: '退回' }] }, // prettier-ignore
      { kind: 'long', name: 'opinion', label: '意见', max: 500 },
    ],
    initial: { decision: 'pass' },
    call: (values) => {
      const opinion = wordsIn(values, 'opinion');
      return judge({ topicId, decision: values['decision'] === 'pass' ? 'pass' : 'return', ...(opinion && { opinion }) });
    },
    said: () => `已${actWord[act]}。`,
  };
}

function TopicPage({ topicId }: { topicId: string }) {
  usePageTitle('议题');
  const topic = useQuery(topicQuery(topicId));
  const [asked, setAsked] = useState<TopicAct>();
  if (topic.isPending) return <LoadingRows label="议题" rows={6} />;
  if (!topic.data) {
    const problem = topic.error instanceof ProblemError ? topic.error : null;
    return <ProblemPage title="议题" label="这个议题" problem={problem} again={() => void topic.refetch()} />;
  }
  const view = topic.data;
  const acts = view.acts.map((act): Act => ({ key: act, label: actWord[act], asks: true, onAct: () => setAsked(act) }));
  return (
    <div className="office-detail">
      <div className="office-detail-scroll">
        <PageHeader crumb={<Link to="/oa/topics">议题</Link>} title={view.title} meta={<StateDot look={topicLook(view.state)} />} />
        <div className="kz-page office-columns">
          <div className="office-stack">
            {view.opinion && (
              <Notice tone={view.state === 'returned' ? 'plum' : 'sand'} title="意见：">
                {view.opinion}
              </Notice>
            )}
            <Card title="议题说明">
              <Paragraphs text={view.content} />
            </Card>
            {view.resolution && (
              <Card title="议定事项" note={view.outcome && outcomeWord[view.outcome]}>
                <Paragraphs text={view.resolution} />
              </Card>
            )}
          </div>
          <aside className="office-aside">
            <Card title="议题">
              <Facts
                items={[
                  ['议题号', view.number],
                  ['申报单位', view.orgName],
                  ['申报人', view.proposerName],
                  ['汇报人', view.reporter],
                  ['预计', `${view.minutes} 分钟`],
                  ...(view.meetingId ? ([['会议', <Link to={`/oa/meetings/${view.meetingId}`}>查看会议</Link>]] as const) : []),
                ]}
              />
            </Card>
          </aside>
        </div>
      </div>
      {acts.length > 0 && <ActionBar primary={acts[0]} others={acts.slice(1)} />}
      {asked && <AskDialog question={questionOf(asked, view)} changes={[oaKey]} onClose={() => setAsked(undefined)} />}
    </div>
  );
}
