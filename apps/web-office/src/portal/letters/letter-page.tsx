import type { LetterAct, LetterView } from '@karez/contracts-portal';
import { ProblemError } from '@karez/web-client';
import { type Act, ActionBar, Card, Facts, LoadingRows, Notice, PageHeader, ProcessLine, StateDot } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { ProblemPage } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { shortTime } from '../../app/time.js';
import { AskDialog } from '../../app/ask-dialog.js';
import { DeskDue } from '../desk-due.js';
import { Paragraphs } from '../paragraphs.js';
import { portalKey, letterQuery } from '../portal-queries.js';
import { letterQuestion } from './letter-questions.js';
import { isOpenLetter, letterClassWord, letterKindWord, letterLook, satisfactionWord } from './letter-words.js';

const actLabel: Readonly<Record<LetterAct, string>> = {
  approve: '审定并答复',
  draft: '拟写答复',
  route: '转办',
  return: '退回',
  close: '不予受理',
};
/** The one that leads on comes first. */
const order: readonly LetterAct[] = ['approve', 'draft', 'route', 'return', 'close'];

export function LetterPage({ letterId }: { letterId: string }) {
  usePageTitle('来信');
  const letter = useQuery(letterQuery(letterId));
  if (letter.isPending) return <LoadingRows label="来信" rows={6} />;
  if (!letter.data) {
    const problem = letter.error instanceof ProblemError ? letter.error : null;
    return <ProblemPage title="来信" label="这封来信" problem={problem} again={() => void letter.refetch()} />;
  }
  return <Letter view={letter.data} />;
}

function Letter({ view }: { view: LetterView }) {
  const [asked, setAsked] = useState<LetterAct>();
  const { subject, state, acts, dueAt } = view;
  const shown = order
    .filter((act) => acts.includes(act))
    .map((act): Act => ({
      key: act,
      label: act === 'route' && state === 'routed' ? '改转' : actLabel[act],
      asks: true,
      onAct: () => setAsked(act),
    }));
  return (
    <div className="office-detail">
      <div className="office-detail-scroll">
        <PageHeader
          crumb={<Link to="/portal/letters">来信</Link>}
          title={subject}
          meta={
            <span className="portal-head">
              <StateDot look={letterLook[state]} />
              <DeskDue dueAt={dueAt} open={isOpenLetter(state)} />
              {isOpenLetter(state) && (
                <span>
                  {shortTime(dueAt)} 前答复{view.dueProvisional && '（放假通知未到，暂定）'}
                </span>
              )}
            </span>
          }
        />
        <div className="kz-page office-columns">
          <div className="office-stack">
            {state === 'routed' && view.returnedFor && (
              <Notice tone="amber" title="答复被退回：">
                {view.returnedFor}
              </Notice>
            )}
            <Card title="来信">
              <Paragraphs text={view.text} />
            </Card>
            {view.reply && (
              <Card title={state === 'answered' ? '答复' : '答复稿'} note={view.replyByName && `${view.replyByName}拟写`}>
                <Paragraphs text={view.reply} />
              </Card>
            )}
            {view.closedReason && (
              <Notice tone="sand" title="不予受理，已告知写信人：">
                {view.closedReason}
              </Notice>
            )}
          </div>
          <LetterSide view={view} />
        </div>
      </div>
      {shown.length > 0 && <ActionBar primary={shown[0]} others={shown.slice(1)} />}
      {asked && <AskDialog changes={[portalKey]} question={letterQuestion(asked, view)} onClose={() => setAsked(undefined)} />}
    </div>
  );
}

/** Who wrote, what was agreed, and every step so far. */
function LetterSide({ view }: { view: LetterView }) {
  return (
    <aside className="office-aside">
      <Card title="写信人">
        <Facts
          items={[
            ['姓名', view.name],
            ['电话', view.phone ?? '未填'],
            ['住址', view.address ?? '未填'],
            ['公开', view.mayPublish ? '同意公开来信和答复' : '不同意公开'],
            ['类别', letterKindWord[view.kind]],
            ['办理时限', letterClassWord(view.letterClass)],
            ['查询码', <span className="kz-mono">{view.receipt}</span>],
            ...(view.satisfaction ? ([['评价', satisfactionWord[view.satisfaction - 1]]] as const) : []),
            ...(view.state === 'answered' ? ([['网上公开', view.published ? '已公开' : '未公开']] as const) : []),
          ]}
        />
      </Card>
      <Card title="办理过程">
        <ProcessLine
          label="办理过程"
          direction="column"
          steps={view.steps.map(({ what, at, unit }, index) => ({
            ...{ key: `${index}`, title: what, note: [shortTime(at), unit].filter(Boolean).join(' ') },
            state: index === view.steps.length - 1 && isOpenLetter(view.state) ? 'now' : 'done',
          }))}
        />
      </Card>
    </aside>
  );
}
