import type { CreateDocument, DocumentView } from '@karez/contracts-exchange';
import { Card, PageHeader } from '@karez/web-ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../app/api.js';
import { usePageTitle } from '../../app/page-title.js';
import { ProblemNote } from '../../app/problem-note.js';
import { useAct } from '../../app/use-act.js';
import { useWatchedFiles } from '../../upload/use-uploads.js';
import { exchangeKey } from '../exchange-queries.js';
import { useAddressee } from './addressee.js';
import { DraftBar, NewDraftBar } from './draft-bar.js';
import { useSenderName } from './document-queries.js';
import { DraftFilesFields } from './draft-files-fields.js';
import { DraftForm } from './draft-form.js';
import { Conflict, findField, signaturesIn, useLookInside } from './draft-parts.js';
import { PaperPreview } from './paper-preview.js';
import { SavingLine } from './saving-line.js';
import { SealCheckList } from './seal-check-list.js';
import { checkWords, sealChecks } from './seal-checks.js';
import { useDraft } from './use-draft.js';

/** A draft: the elements at the left, the page as it will stand at the right, the acts below. */
export function DraftPage({ view }: { view?: DocumentView }) {
  const navigate = useNavigate();
  const sender = useSenderName();
  const addressee = useAddressee(useQueryClient());
  const hand = useDraft(view);
  const { draft, saving } = hand;
  const title = view ? draft.values.title || '未写标题' : '登记公文';
  usePageTitle(title);
  const create = useAct((request: CreateDocument) => api.exchange.createDocument(request), {
    changes: [exchangeKey],
    said: ({ number }) => `已登记，发文字号 ${number}。修改自动保存，完成后封装。`,
    onDone: ({ id }) => {
      hand.forget();
      void addressee.keepFor(id).then(() => navigate(`/exchange/documents/${id}`, { replace: true }));
    },
  });
  const files = { layout: useWatchedFiles(draft.files.layout), attachment: useWatchedFiles(draft.files.attachment) };
  const [moving, setMoving] = useState(0);
  const checks = sealChecks({ ...draft, files, moving }, signaturesIn(view, draft.files.layout[0]?.fileId));
  useLookInside(view?.id, files);
  const refusal = saving.kind === 'refused' ? saving.problem : create.refusal;
  const orgName = view?.orgName ?? sender;
  return (
    <div className="office-detail">
      <div className="office-detail-scroll">
        <PageHeader
          title={title}
          crumb={<Link to="/exchange/documents">待发公文</Link>}
          meta={<SavingLine saving={saving} isNew={!view} version={view?.version} />}
        />
        <div className="kz-page compose">
          <div className="compose-left">
            <Conflict hand={hand} />
            <Card title="公文要素" note={cardNote(hand.kept, addressee.name)}>
              <DraftForm
                key={hand.revision}
                values={draft.values}
                fresh={!view}
                onChange={hand.change}
                problems={refusal?.errors ?? []}
                files={<DraftFilesFields files={draft.files} onFiles={hand.changeFiles} saved={view} onMoving={setMoving} />}
              />
              <ProblemNote problem={refusal} onDismiss={create.refusal ? create.dismiss : undefined} />
            </Card>
          </div>
          <div className="compose-right">
            <Card title="封装前检查" note={checkWords(checks)}>
              <SealCheckList checks={checks} onFind={findField} />
            </Card>
            <PaperPreview values={draft.values} orgName={orgName} hasLayout={files.layout.length > 0} />
          </div>
        </div>
      </div>
      {view ? <DraftBar hand={hand} checks={checks} view={view} /> : <NewDraftBar hand={hand} checks={checks} create={create} />}
    </div>
  );
}

function cardNote(kept: boolean, addressee: string | undefined): string {
  if (addressee) return `封装后主送${addressee}`;
  return kept ? '已取回上次没有保存的内容' : 'GB/T 9704-2012';
}
