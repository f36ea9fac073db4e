import type { ProgressView, VerifiedDocument } from '@karez/contracts-approval';
import type { JSX } from 'react';
import { Refused } from '../api/api-client.js';
import { DryWell } from '../components/dry-well.js';
import type { MessageKey } from '../language/translate.js';
import { type Crumb, href, type PageContext, type PageView } from '../pages/page.js';
import { FactRows, moment } from './receipt-page.js';

const crumbs = (page: PageContext): Crumb[] => [{ label: page.t('nav.services'), path: '/services' }];
const chinese = (page: PageContext): 'zh-CN' | undefined => (page.language === 'zh-CN' ? undefined : 'zh-CN');

/** How far an application has come, as anybody may see it who has its number and code. */
export function progressView(page: PageContext, progress: ProgressView): PageView {
  const { t } = page;
  const { itemName, caseNo, applicantName, state, submittedAt, dueAt, provisional, derivation, heldBy, steps } = progress;
  const due = dueAt ? (
    <>
      {moment(page, dueAt)} {provisional && t('progress.provisional')}
    </>
  ) : (
    state === 'suspended' && t('progress.paused')
  );
  return {
    ...{ title: t('progress.title'), description: t('progress.lede'), navigation: '/services', crumbs: crumbs(page), unlisted: true },
    main: (
      <div className="wrap">
        <div className="page-head">
          <h1 lang={chinese(page)}>{itemName}</h1>
          <p className="tags">
            <span className="tag warn">{t(`case.state.${state}` as MessageKey)}</span> <bdi dir="ltr">{caseNo}</bdi>
          </p>
        </div>
        <FactRows
          page={page}
          facts={[
            ['request.kind', <span lang={chinese(page)}>{applicantName}</span>],
            ['receipt.received', moment(page, submittedAt)],
            ['progress.heldBy', heldBy && <span lang={chinese(page)}>{heldBy}</span>],
            ['letter.due', due],
          ]}
        />
        {derivation.length > 0 && (
          <section className="bodies">
            <h2>{t('progress.how')}</h2>
            <ul lang={chinese(page)}>
              {derivation.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        )}
        <section className="bodies">
          <h2>{t('follow.progress')}</h2>
          <ol className="list">
            {steps.map((step) => (
              <li key={step.at + step.text}>
                <span lang={chinese(page)}>{step.text}</span>
                {moment(page, step.at)}
              </li>
            ))}
          </ol>
        </section>
      </div>
    ),
  };
}

/** Whether a paper is genuine, and how it stands; or why it was not found. */
export function verifiedView(page: PageContext, code: string, found: VerifiedDocument | Refused): PageView {
  const { t } = page;
  return {
    ...{ title: t('verify.title'), description: t('verify.lede'), navigation: '/services', crumbs: crumbs(page), unlisted: true },
    status: found instanceof Refused ? 404 : 200,
    main: (
      <div className="wrap">
        {found instanceof Refused ? <NotGenuine page={page} refused={found} /> : <Genuine page={page} code={code} paper={found} />}
        <p className="btns">
          <a className="btn second" href={href(page, '/verify')}>
            {t('verify.title')}
          </a>
        </p>
      </div>
    ),
  };
}

function Genuine({ page, code, paper }: { page: PageContext; code: string; paper: VerifiedDocument }): JSX.Element {
  const { t } = page;
  const text = (value: string): JSX.Element => <span lang={chinese(page)}>{value}</span>;
  const stands = paper.state === undefined || paper.state === 'valid';
  return (
    <>
      <div className="page-head">
        <h1>{t('verify.title')}</h1>
      </div>
      <p className={stands ? 'notice ok' : 'notice warn'} role="status">
        <b>{t('verify.genuine')}</b>
      </p>
      <FactRows
        page={page}
        facts={[
          ['verify.code', <bdi dir="ltr">{code}</bdi>],
          ['verify.document', text(paper.title)],
          ['verify.number', text(paper.number)],
          ['verify.authority', text(paper.authority)],
          ['verify.issued', moment(page, paper.issuedAt)],
          ['verify.holder', text(paper.holderName)],
          ['verify.item', text(paper.itemName)],
          ['verify.state', paper.state && <span className={stands ? 'tag ok' : 'tag off'}>{t(`verify.${paper.state}`)}</span>],
          ['verify.term', paper.validFrom && <bdi dir="ltr">{`${paper.validFrom} - ${paper.validUntil ?? ''}`}</bdi>],
          ['verify.digest', paper.digest && <bdi className="digest">{paper.digest}</bdi>],
        ]}
      />
    </>
  );
}

function NotGenuine({ page, refused }: { page: PageContext; refused: Refused }): JSX.Element {
  const { t, site } = page;
  const { code, detail, status } = refused.problem;
  const otherwise = t('verify.noneText', { number: site.hotline });
  if (code === 'approval.verify.tampered')
    return (
      <>
        <div className="page-head">
          <h1>{t('verify.tampered')}</h1>
        </div>
        <p className="notice bad" role="alert">
          <b>{t('verify.tampered')}</b>
          {otherwise}
        </p>
      </>
    );
  return (
    <DryWell page={page} title={<h1>{t('verify.none')}</h1>}>
      <p>{status === 429 ? detail : otherwise}</p>
    </DryWell>
  );
}
