import type { HearingAct, HearingView } from '@karez/contracts-portal';
import { ProblemError } from '@karez/web-client';
import { type Act, ActionBar, Card, Facts, LoadingRows, Notice, PageHeader, StateDot } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { ProblemPage } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { useMay } from '../../app/person-self.js';
import { shortTime } from '../../app/time.js';
import { AskDialog } from '../../app/ask-dialog.js';
import { Paragraphs } from '../paragraphs.js';
import { portalKey, hearingQuery } from '../portal-queries.js';
import { HearingForm } from './hearing-form.js';
import { hearingQuestion } from './hearing-questions.js';
import { hearingKindWord, hearingLook, questionWord } from './hearing-words.js';
import { VoicesCard } from './voices-card.js';

const actWord: Readonly<Record<HearingAct, string>> = {
  open: '开始',
  close: '提前结束',
  report: '反馈结果',
  edit: '修改',
  discard: '删除草稿',
};
const order: readonly HearingAct[] = ['open', 'report', 'close', 'edit', 'discard'];

export function HearingPage({ hearingId }: { hearingId: string }) {
  usePageTitle('征集调查');
  const hearing = useQuery(hearingQuery(hearingId));
  const [editing, setEditing] = useState(false);
  if (hearing.isPending) return <LoadingRows label="征集调查" rows={6} />;
  if (!hearing.data) {
    const problem = hearing.error instanceof ProblemError ? hearing.error : null;
    return <ProblemPage title="征集调查" label="这项征集、调查" problem={problem} again={() => void hearing.refetch()} />;
  }
  if (editing && hearing.data.acts.includes('edit')) return <HearingForm view={hearing.data} onDone={() => setEditing(false)} />;
  return <Hearing view={hearing.data} onEdit={() => setEditing(true)} />;
}

function Hearing({ view, onEdit }: { view: HearingView; onEdit: () => void }) {
  const may = useMay();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Exclude<HearingAct, 'edit'>>();
  const { kind, state, acts, questions, results } = view;
  const shown = order
    .filter((act) => acts.includes(act))
    .map((act): Act => ({ key: act, label: actWord[act], asks: act !== 'edit', onAct: () => (act === 'edit' ? onEdit() : setAsked(act)) }));
  const close = () => {
    if (asked === 'discard') void navigate('/portal/hearings', { replace: true });
    setAsked(undefined);
  };
  return (
    <div className="office-detail">
      <div className="office-detail-scroll">
        <PageHeader
          crumb={<Link to="/portal/hearings">征集调查</Link>}
          title={view.title}
          meta={
            <span className="portal-head">
              <StateDot look={hearingLook[state]} />
              <span>{hearingKindWord[kind]}</span>
              <span>{shortTime(view.closesAt)} 截止</span>
              <span>收到 {view.voices} 份</span>
            </span>
          }
        />
        <div className="kz-page office-columns">
          <div className="office-stack">
            {state === 'closed' && kind === 'consultation' && (
              <Notice tone="amber" title="征集已结束，">
                须公布采纳情况：说了什么、采纳了什么、其余为什么没有采纳。
              </Notice>
            )}
            <Card title="说明">
              <Paragraphs text={view.text} />
            </Card>
            {questions.length > 0 && <QuestionsCard view={view} />}
            {view.result && (
              <Card title="结果反馈" note={view.adopted === undefined ? undefined : `采纳 ${view.adopted} 条`}>
                <Paragraphs text={view.result} />
              </Card>
            )}
            {may('portal.hearing.write') && state !== 'draft' && <VoicesCard view={view} />}
          </div>
          <aside className="office-aside">
            <Card title="基本情况">
              <Facts
                items={[
                  ['类别', hearingKindWord[kind]],
                  ['主办', view.orgName],
                  ['开始', state === 'draft' ? '未开始' : shortTime(view.opensAt)],
                  ['截止', shortTime(view.closesAt)],
                  ['收到', `${view.voices} 份`],
                  ...(view.reportedAt ? ([['反馈', shortTime(view.reportedAt)]] as const) : []),
                  ...(results.length > 0 ? ([['统计', '已公布']] as const) : []),
                ]}
              />
            </Card>
          </aside>
        </div>
      </div>
      {shown.length > 0 && <ActionBar primary={shown[0]} others={shown.slice(1)} />}
      {asked && (
        <AskDialog
          changes={[portalKey]}
          question={hearingQuestion(asked, view)}
          onClose={() => (asked === 'discard' ? close() : setAsked(undefined))}
        />
      )}
    </div>
  );
}

/** Questions, and from the closing on how many chose what. */
const QuestionsCard = ({ view: { questions, results } }: { view: HearingView }) => (
  <Card title="题目" note={results.length > 0 ? '附统计结果' : `${questions.length} 题`}>
    <ol className="portal-questions">
      {questions.map(({ text, kind, required, options }, at) => {
        const counted = results[at];
        return (
          <li key={at}>
            <b>
              {at + 1}. {text}
            </b>{' '}
            <span className="kz-caption">
              {questionWord[kind]}
              {required && '，必答'}
              {counted && `，${counted.answers} 人作答`}
            </span>
            <ul>
              {(options ?? []).map((option) => {
                const count = counted?.counts.find((each) => each.option === option)?.count;
                return (
                  <li key={option}>
                    <span>{option}</span>
                    {count !== undefined && (
                      <>
                        <meter min={0} max={Math.max(1, counted?.answers ?? 1)} value={count} aria-label={`${option}：${count} 人`} />
                        <span className="kz-caption">{count} 人</span>
                      </>
                    )}
                  </li>
                );
              })}
            </ul>
          </li>
        );
      })}
    </ol>
  </Card>
);
