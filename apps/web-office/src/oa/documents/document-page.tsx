import { type DocumentAct, type OutgoingView, genreNames } from '@karez/contracts-oa';
import { ProblemError } from '@karez/web-client';
import { type Act, ActionBar, LoadingRows, Notice, PageHeader, StateDot } from '@karez/web-ui';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useParams } from 'react-router';
import { AskDialog } from '../../app/ask-dialog.js';
import { ProblemPage } from '../../app/instead.js';
import { usePageTitle } from '../../app/page-title.js';
import { oa, oaKey } from '../oa-client.js';
import { BodyEditor } from './body-editor.js';
import { BodyShown } from './body-shown.js';
import { ChangesView } from './changes-view.js';
import { documentQuery } from './document-queries.js';
import { documentQuestion } from './document-questions.js';
import { DocumentSheet } from './document-sheet.js';
import { DocumentSide } from './document-side.js';
import { actOrder, actWord, phaseLook } from './document-words.js';
import { ElementsDialog } from './elements-dialog.js';
import { SavingWords } from './saving-words.js';
import { Slip } from './slip.js';
import { type TextInHand, useDocumentText } from './use-document-text.js';
import './documents.css';

export function DocumentPage() {
  usePageTitle('发文');
  const { documentId = '' } = useParams();
  const document = useQuery(documentQuery(documentId));
  if (document.isPending) return <LoadingRows label="公文" rows={10} />;
  if (!document.data) {
    const problem = document.error instanceof ProblemError ? document.error : null;
    return <ProblemPage title="发文" label="这份公文" problem={problem} again={() => void document.refetch()} />;
  }
  return <Desk key={document.data.id} view={document.data} />;
}

type Mode = 'write' | 'changes' | 'clean';
const modes: readonly { readonly value: Mode; readonly label: string }[] = [
  { value: 'write', label: '编辑' },
  { value: 'changes', label: '看修改' },
  { value: 'clean', label: '清稿' },
];

/** 发文稿纸 at the left, the sheet in the middle, the way of the document at the right; the acts below. */
function Desk({ view }: { view: OutgoingView }) {
  const hand = useDocumentText(view);
  const [asked, setAsked] = useState<DocumentAct>();
  const [editing, setEditing] = useState(false);
  useSeen(view);
  const acts = actOrder
    .filter((act) => view.acts.includes(act))
    .map((act): Act => ({ key: act, label: actWord[act], asks: true, onAct: () => setAsked(act) }));
  return (
    <div className="office-detail">
      <div className="office-detail-scroll">
        <PageHeader
          crumb={<Link to="/oa/documents">发文</Link>}
          title={hand.text.title}
          meta={
            <span className="od-head">
              <StateDot look={phaseLook(view.state)} />
              <span>{genreNames[view.genre]}</span>
              {view.number && <span>{view.number}</span>}
              {view.waitingFor.length > 0 && <span>现由{view.waitingFor.join('、')}办理</span>}
              {view.writable && <SavingWords saving={hand.saving} kept={hand.kept} />}
            </span>
          }
        />
        <Notices view={view} hand={hand} />
        <div className="od-columns">
          <Slip view={view} text={hand.text} {...(view.writable && { onEdit: () => setEditing(true) })} />
          <Middle view={view} hand={hand} />
          <DocumentSide view={view} />
        </div>
      </div>
      {acts.length > 0 && (
        <ActionBar primary={acts[0]} others={acts.slice(1)} note={acts[0]?.key === 'sign' ? '签发需再验证一次身份' : undefined} />
      )}
      {asked && <AskDialog question={documentQuestion(asked, view, hand.settle)} changes={[oaKey]} onClose={() => setAsked(undefined)} />}
      {editing && <ElementsDialog text={hand.text} onDone={hand.change} onClose={() => setEditing(false)} />}
    </div>
  );
}

/** The text: written, with its changes, or clean. */
function Middle({ view, hand }: { view: OutgoingView; hand: TextInHand }) {
  const [chosen, setMode] = useState<Mode>();
  const mode = chosen ?? (view.writable ? 'write' : view.versions.length > 1 ? 'changes' : 'clean');
  return (
    <section className="od-middle" aria-label="正文">
      <Segmented
        aria-label="怎样看正文"
        value={mode}
        onChange={setMode}
        options={modes.filter(({ value }) => value !== 'write' || view.writable)}
        className="od-modes"
      />
      {mode === 'write' && view.writable && (
        <BodyEditor
          body={hand.text.body}
          revision={hand.revision}
          onChange={(body) => hand.change({ body })}
          sheet={(text) => <DocumentSheet text={hand.text}>{text}</DocumentSheet>}
        />
      )}
      {mode === 'changes' && <ChangesView view={view} />}
      {mode === 'clean' && (
        <div className="od-desk">
          <DocumentSheet text={hand.text}>
            <BodyShown body={hand.text.body} />
          </DocumentSheet>
        </div>
      )}
    </section>
  );
}

function Notices({ view, hand }: { view: OutgoingView; hand: TextInHand }) {
  return (
    <>
      {view.voidReason && (
        <Notice tone="sand" title="已作废：">
          {view.voidReason}
        </Notice>
      )}
      {hand.saving.kind === 'conflict' && (
        <Notice tone="plum" title="没有保存：">
          {hand.saving.problem.detail} <Button onClick={hand.takeTheirs}>放弃我的修改，取对方的</Button>
        </Notice>
      )}
      {hand.saving.kind === 'refused' && (
        <Notice tone="plum" title="没有保存：">
          {hand.saving.why}
        </Notice>
      )}
    </>
  );
}

/** The handler's first look is told once: from then on the sender cannot take it back. */
function useSeen({ id, steps, acts }: OutgoingView): void {
  const waits = acts.length > 0 && steps.some(({ state, seenAt, personId }) => state === 'open' && personId && !seenAt);
  useEffect(() => {
    if (waits) void oa.openOutgoing({ documentId: id }).catch(() => undefined);
  }, [id, waits]);
}
