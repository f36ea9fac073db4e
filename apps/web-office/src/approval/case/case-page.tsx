import type { CaseView, TaskView } from '@karez/contracts-approval';
import { ProblemError } from '@karez/web-client';
import { LoadingRows, Notice, PageHeader, StateDot } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ProblemPage } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { shortTime } from '../../app/time.js';
import { useNow } from '../../exchange/delivery/use-now.js';
import { caseQuery } from '../approval-queries.js';
import { caseLook } from '../approval-words.js';
import { CaseBar } from './case-bar.js';
import { ClockCards } from './clock-cards.js';
import { FormPart } from './form-part.js';
import { MaterialsPart } from './materials-part.js';
import { DocumentsPart, OpinionsPart, TimelinePart } from './side-parts.js';
import '../approval.css';

/** One case on one page: form and materials, clocks, opinions, what happened, and what can be done now. */
export function CasePage() {
  const { caseId = '' } = useParams();
  const query = useQuery(caseQuery(caseId));
  usePageTitle(query.data ? `${query.data.subject}` : '办件');
  if (query.isPending) return <LoadingRows label="办件" rows={10} />;
  if (!query.data)
    return (
      <ProblemPage
        title="办件"
        label="办件"
        problem={query.error instanceof ProblemError ? query.error : null}
        again={() => void query.refetch()}
      />
    );
  return <Case view={query.data} />;
}

function Case({ view }: { view: CaseView }) {
  const now = useNow();
  const [task, setTask] = useState<TaskView>();
  return (
    <div className="ap-case">
      <div className="ap-scroll">
        <PageHeader
          title={view.subject}
          crumb={
            <>
              <Link to="/approval/cases">办件</Link> / {view.number ?? '未提交'}
            </>
          }
          meta={
            <>
              <StateDot look={caseLook(view.state)} /> {view.itemName} · {view.applicantName}
              {view.agentName && ` · 代理 ${view.agentName}`}
              {view.submittedAt && ` · ${shortTime(view.submittedAt, now)} 提交`}
            </>
          }
        />
        <Standing view={view} />
        <ClockCards limits={view.limits} now={now} />
        <div className="ap-columns">
          <div className="ap-main">
            <FormPart view={view} />
            <MaterialsPart view={view} />
          </div>
          <div className="ap-side">
            <OpinionsPart view={view} now={now} onTask={setTask} />
            <DocumentsPart view={view} now={now} />
            <TimelinePart view={view} now={now} />
          </div>
        </div>
      </div>
      <CaseBar view={view} chosen={task} onChosen={setTask} />
    </div>
  );
}

/** What stands over everything else: why it waits, what was decided. */
function Standing({ view }: { view: CaseView }) {
  if (view.refusalReason)
    return (
      <Notice tone="amber" title="不予受理。">
        {view.refusalReason}
      </Notice>
    );
  if (view.state === 'correcting')
    return (
      <Notice tone="amber" title="已一次性告知补正，等申请人补齐：">
        {view.corrections.join('；')}
      </Notice>
    );
  if (view.decisionText)
    return (
      <Notice tone="water" title={view.granted ? '准予许可。' : '不予许可。'}>
        {view.decisionText}
        {view.rating && ` 申请人评价：${view.rating.level} 分${view.rating.text ? `，${view.rating.text}` : ''}。`}
      </Notice>
    );
  return null;
}
