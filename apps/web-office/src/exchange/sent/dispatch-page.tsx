import { ProblemError } from '@karez/web-client';
import { LoadingRows } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { ProblemPage } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { DispatchHead } from './dispatch-head.js';
import { dispatchQuery } from './dispatch-queries.js';
import { DispatchSummary } from './dispatch-summary.js';
import { RecipientsCard } from './recipients-card.js';
import { filtered, type RecipientFilter } from './recipient-groups.js';
import { SendingProgress } from './sending-progress.js';
import type { Asked } from './sending-dialogs.js';
import { useClock } from './use-clock.js';
import { useRowActs } from './use-row-acts.js';
import '../sent.css';

const SendingDialogs = lazy(() => import('./sending-dialogs.js').then((m) => ({ default: m.SendingDialogs })));

/** One act of sending: what became of it at each recipient, and what the sender can do about it. */
export function DispatchPage() {
  const { dispatchId = '' } = useParams();
  const dispatch = useQuery(dispatchQuery(dispatchId));
  usePageTitle(dispatch.data?.title ?? '发件跟踪');
  const clock = useClock();
  const [filter, setFilter] = useState<RecipientFilter>({ words: '', openOnly: false });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked>();
  const acts = useRowActs(dispatchId, setAsked);
  if (dispatch.isPending) return <LoadingRows label="发件" rows={6} />;
  if (!dispatch.data) {
    const problem = dispatch.error instanceof ProblemError ? dispatch.error : null;
    return <ProblemPage title="发件跟踪" label="这次发送" problem={problem} again={() => void dispatch.refetch()} />;
  }
  const { data } = dispatch;
  const shown = filtered(data.deliveries, filter);
  const picked = data.deliveries.filter(({ id }) => chosen.has(id));
  return (
    <>
      <DispatchHead dispatch={data} picked={picked} acts={acts} onAsk={setAsked} />
      <div className="kz-page">
        <SendingProgress dispatch={data} now={clock.now} />
        <DispatchSummary dispatch={data} clock={clock} state={filter.state} onState={(state) => setFilter({ ...filter, state })} />
        <RecipientsCard
          {...{ dispatch: data, shown, filter, onFilter: setFilter, chosen, onChosen: setChosen, acts, clock, onAsk: setAsked }}
          failed={dispatch.isError}
        />
        <p className="kz-caption sent-foot">各家状态来自对方的签名回执；本单位只登记，不推定。</p>
      </div>
      <Suspense>
        {asked && <SendingDialogs dispatch={data} asked={asked} onClose={() => setAsked(undefined)} onActed={acts.heard} />}
      </Suspense>
    </>
  );
}
