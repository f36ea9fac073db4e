import { type DocumentView, exchangeWords, type RecipientRole, recipientRoles } from '@karez/contracts-exchange';
import { ActionBar, Card, EmptyState, Facts, Meta, PageHeader, StateDot } from '@karez/web-ui';
import { Segmented } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../../app/page-title.js';
import { shortTime } from '../../app/time.js';
import { scanLook, sizeWords } from '../words/file-words.js';
import { dropSending, keepSending, keptSending, type Sending } from './addressee.js';
import { sealedLook } from './document-look.js';
import { draftOf } from './draft-values.js';
import { PaperPreview } from './paper-preview.js';
import { membersOf } from './recipients/chosen.js';
import { RecipientCheck } from './recipients/recipient-check.js';
import { RecipientPicker } from './recipients/recipient-picker.js';
import { SendTermsFields } from './send-terms-fields.js';

const SendDialog = lazy(() => import('./send-dialog.js').then((m) => ({ default: m.SendDialog })));

/** A sealed document: nothing of it changes any more; who gets it is chosen here. */
export function SealedPage({ document }: { document: DocumentView }) {
  usePageTitle(document.title);
  const [sending, setSending] = useState(() => keptSending(document.id));
  const [role, setRole] = useState<RecipientRole>('primary');
  const [refused, setRefused] = useState(0);
  const [resolved, setResolved] = useState(0);
  const [asking, setAsking] = useState(false);
  const { chosen, terms } = sending;
  const change = (part: Partial<Sending>) => {
    const next = { ...sending, ...part };
    keepSending(document.id, next);
    setSending(next);
  };
  const count = resolved || membersOf(chosen);
  const maySend = document.acts.includes('send');
  return (
    <div className="office-detail">
      <div className="office-detail-scroll">
        <PageHeader
          title={document.title}
          crumb={<Link to="/exchange/documents">待发公文</Link>}
          meta={
            <Meta>
              {document.number}
              <StateDot look={sealedLook} />
              {document.sealedAt && `${document.sealedByName ?? ''} ${shortTime(document.sealedAt)} 封装`}
            </Meta>
          }
        />
        <div className="kz-page compose">
          <div className="compose-left">
            {maySend ? (
              <>
                <Card
                  title="收文单位"
                  aside={
                    <Segmented<RecipientRole>
                      aria-label="选入哪一种"
                      value={role}
                      onChange={setRole}
                      options={recipientRoles.map((value) => ({ value, label: exchangeWords.recipientRole[value] }))}
                    />
                  }
                >
                  <RecipientPicker role={role} chosen={chosen} onChosen={(next) => change({ chosen: next })} />
                  <RecipientCheck
                    documentId={document.id}
                    chosen={chosen}
                    onChosen={(next) => change({ chosen: next })}
                    onRefused={setRefused}
                    onResolved={setResolved}
                  />
                </Card>
                <Card title="发送要求">
                  <SendTermsFields urgency={document.urgency} terms={terms} onTerms={(next) => change({ terms: next })} />
                </Card>
              </>
            ) : (
              <Card>
                <EmptyState title="这件公文已封装">您当前的岗位不能发送，由有发送权限的同事办理。</EmptyState>
              </Card>
            )}
          </div>
          <div className="compose-right">
            <SealedFacts document={document} />
            <PaperPreview
              values={draftOf(document).values}
              orgName={document.orgName}
              hasLayout={document.files.some(({ role: each }) => each === 'layout')}
            />
          </div>
        </div>
      </div>
      {maySend && (
        <ActionBar
          primary={{
            ...{ key: 'send', label: '发送', asks: true, onAct: () => setAsking(true) },
            refusedBecause: count === 0 ? '还没有选收文单位' : refused > 0 ? `有 ${refused} 家不能发，先移除` : undefined,
          }}
          note={count > 0 && refused === 0 ? `共 ${count} 家，发送用单位证书签名` : undefined}
        />
      )}
      <Suspense>
        {asking && (
          <SendDialog {...{ document, chosen, count, terms }} onSent={() => dropSending(document.id)} onClose={() => setAsking(false)} />
        )}
      </Suspense>
    </div>
  );
}

const SealedFacts = ({ document }: { document: DocumentView }) => (
  <Card title="公文" note="已签名，不能再改">
    <Facts
      items={[
        ['文种', exchangeWords.documentType[document.documentType]],
        ['紧急程度', exchangeWords.urgency[document.urgency]],
        ['公开属性', exchangeWords.disclosure[document.disclosure]],
        ['发文单位', document.orgName],
        [
          '摘要 SM3',
          <span key="digest" className="kz-mono sent-digest">
            {document.digest ?? '—'}
          </span>,
        ],
        ...document.files.map(
          (file) =>
            [
              file.role === 'layout' ? '版式文件' : `附件 ${file.ordinal}`,
              <span key={file.fileId} className="sent-file">
                {file.name} <span className="kz-caption">{sizeWords(file.size)}</span> <StateDot look={scanLook(file)} />
              </span>,
            ] as const,
        ),
      ]}
    />
  </Card>
);
