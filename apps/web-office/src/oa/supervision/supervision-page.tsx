import type { SupervisionAct, SupervisionView } from '@karez/contracts-oa';
import { ProblemError } from '@karez/web-client';
import { type Act, ActionBar, Card, LoadingRows, Notice, PageHeader, StateDot } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { AskDialog } from '../../app/ask-dialog.js';
import { ProblemPage } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { shortDate } from '../../app/time.js';
import { Paragraphs } from '../../portal/paragraphs.js';
import { oaKey } from '../oa-client.js';
import { SupervisionLamp } from './supervision-lamp.js';
import { PartsCard, ReportsCard } from './supervision-parts.js';
import { supervisionQuery } from './supervision-queries.js';
import { supervisionQuestion } from './supervision-questions.js';
import { SupervisionSide } from './supervision-side.js';
import { actLabel, actsInOrder, sourceWord, supervisionLook } from './supervision-words.js';
import './supervision.css';

export function SupervisionPage() {
  usePageTitle('督办事项');
  const { itemId = '' } = useParams();
  const item = useQuery(supervisionQuery(itemId));
  if (item.isPending) return <LoadingRows label="督办事项" rows={8} />;
  if (!item.data) {
    const problem = item.error instanceof ProblemError ? item.error : null;
    return <ProblemPage title="督办事项" label="这个督办事项" problem={problem} again={() => void item.refetch()} />;
  }
  return <Item view={item.data} />;
}

/** One item on one page: what is wanted, who does which part of it, what was reported, and every act so far. */
function Item({ view }: { view: SupervisionView }) {
  const [asked, setAsked] = useState<SupervisionAct>();
  const shown = actsInOrder(view).map((act): Act => ({
    key: act,
    label: actLabel(act, view.state),
    asks: true,
    onAct: () => setAsked(act),
  }));
  const waits = view.extensions.find(({ state }) => state === 'asked');
  return (
    <div className="office-detail">
      <div className="office-detail-scroll">
        <PageHeader
          crumb={<Link to="/oa/supervision">督查督办</Link>}
          title={view.title}
          meta={
            <span className="sv-head">
              <StateDot look={supervisionLook(view.state)} />
              <SupervisionLamp item={view} />
              <span>{view.number ?? '未立项'}</span>
              <span>{shortDate(view.dueAt)} 前办结</span>
            </span>
          }
        />
        <div className="kz-page office-columns">
          <div className="office-stack">
            {waits && (
              <Notice tone="amber" title={`${waits.orgName}申请延期至 ${shortDate(waits.until)}：`}>
                {waits.reason}
              </Notice>
            )}
            {view.suspendedReason && (
              <Notice tone="sand" title="已暂停，不计时：">
                {view.suspendedReason}
              </Notice>
            )}
            {view.terminatedReason && (
              <Notice tone="sand" title="已中止：">
                {view.terminatedReason}
              </Notice>
            )}
            <Card title="督办要求" note={sourceWord[view.source]}>
              {view.sourceText && <blockquote className="sv-source">{view.sourceText}</blockquote>}
              <Paragraphs text={view.content} />
            </Card>
            <PartsCard view={view} />
            {view.result && (
              <Card title="办结报告">
                <Paragraphs text={view.result} />
              </Card>
            )}
            <ReportsCard view={view} />
          </div>
          <SupervisionSide view={view} />
        </div>
      </div>
      {shown.length > 0 && <ActionBar primary={shown[0]} others={shown.slice(1)} />}
      {asked && <AskDialog question={supervisionQuestion(asked, view)} changes={[oaKey]} onClose={() => setAsked(undefined)} />}
    </div>
  );
}
