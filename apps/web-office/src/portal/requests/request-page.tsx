import type { DisclosureAct, DisclosureRequestView } from '@karez/contracts-portal';
import { ProblemError } from '@karez/web-client';
import { type Act, ActionBar, Card, Facts, LoadingRows, Notice, PageHeader, Reveal, StateDot } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { ProblemPage } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { shortTime } from '../../app/time.js';
import { AskDialog } from '../../app/ask-dialog.js';
import { DeskDue } from '../desk-due.js';
import { Paragraphs } from '../paragraphs.js';
import { portalKey, requestQuery } from '../portal-queries.js';
import { ClockCard } from './clock-card.js';
import { requestQuestion } from './request-questions.js';
import { answerWord, formWord, isOpenRequest, masked, requestActOrder, requestActWord, requestLook, standsWord } from './request-words.js';

export function RequestPage({ requestId }: { requestId: string }) {
  usePageTitle('公开申请');
  const request = useQuery(requestQuery(requestId));
  if (request.isPending) return <LoadingRows label="公开申请" rows={6} />;
  if (!request.data) {
    const problem = request.error instanceof ProblemError ? request.error : null;
    return <ProblemPage title="公开申请" label="这件申请" problem={problem} again={() => void request.refetch()} />;
  }
  return <Request view={request.data} />;
}

function Request({ view }: { view: DisclosureRequestView }) {
  const [asked, setAsked] = useState<DisclosureAct>();
  const { state, dueAt, acts } = view;
  const open = isOpenRequest(state);
  const shown = requestActOrder
    .filter((act) => acts.includes(act))
    .map((act): Act => ({ key: act, label: requestActWord[act], asks: true, onAct: () => setAsked(act) }));
  return (
    <div className="office-detail">
      <div className="office-detail-scroll">
        <PageHeader
          crumb={<Link to="/portal/requests">依申请公开</Link>}
          title={`${view.name}的公开申请`}
          meta={
            <span className="portal-head">
              <StateDot look={requestLook[state]} />
              <span className="kz-mono">{view.receipt}</span>
              <DeskDue dueAt={dueAt} open={open} stands={standsWord[state]} />
              {open && dueAt && (
                <span>
                  {shortTime(dueAt)} 前答复{view.dueProvisional && '（放假通知未到，暂定）'}
                </span>
              )}
            </span>
          }
        />
        <div className="kz-page office-columns">
          <div className="office-stack">
            <Notices view={view} />
            <Card title="申请公开的信息">
              <Paragraphs text={view.information} />
              {view.purpose && <p className="kz-secondary">用途：{view.purpose}</p>}
            </Card>
            {view.answer && (
              <Card title={state === 'answered' ? '答复书' : '答复书稿'} note={view.answerKind && answerWord[view.answerKind]}>
                <Paragraphs text={view.answer} />
                {view.ground && <p className="kz-secondary">依据：{view.ground}</p>}
              </Card>
            )}
            <ClockCard view={view} />
          </div>
          <Applicant view={view} />
        </div>
      </div>
      {shown.length > 0 && <ActionBar primary={shown[0]} others={shown.slice(1)} />}
      {asked && <AskDialog changes={[portalKey]} question={requestQuestion(asked, view)} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

/** What the applicant or a third party is asked, and why an answer came back. */
function Notices({ view }: { view: DisclosureRequestView }) {
  const { state } = view;
  return (
    <>
      {view.returnedFor && state === 'received' && (
        <Notice tone="amber" title="答复书被退回：">
          {view.returnedFor}
        </Notice>
      )}
      {view.correctionAsked && (
        <Notice tone="sand" title={state === 'correcting' ? '已告知申请人补正：' : '曾告知补正：'}>
          {view.correctionAsked}
        </Notice>
      )}
      {state === 'consulting' && view.consulted && (
        <Notice tone="sand" title="正在征求意见：">
          {view.consulted}。征求意见的时间不计入期限（《政府信息公开条例》第三十三条）。
        </Notice>
      )}
    </>
  );
}

/** The number of an identity document stands open only when somebody asks for it. */
const Applicant = ({ view }: { view: DisclosureRequestView }) => (
  <aside className="office-aside">
    <Card title="申请人">
      <Facts
        items={[
          ['姓名', view.name],
          ['类别', view.applicantKind === 'person' ? '公民' : '法人或其他组织'],
          [
            view.applicantKind === 'person' ? '证件号码' : '统一代码',
            <span>
              <span className="kz-mono">{masked(view.identityNumber)}</span>{' '}
              <Reveal label="核对">
                <span className="kz-mono">{view.identityNumber}</span>
              </Reveal>
            </span>,
          ],
          ['电话', view.phone],
          ['地址', view.address ?? '未填'],
          ['获取方式', formWord[view.form]],
          ['承办', view.orgName],
          ['收到', shortTime(view.receivedAt)],
          ...(view.answeredAt ? ([['答复', shortTime(view.answeredAt)]] as const) : []),
        ]}
      />
    </Card>
  </aside>
);
