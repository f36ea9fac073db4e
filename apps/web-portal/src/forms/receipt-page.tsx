import type { Receipt } from '@karez/contracts-portal';
import type { JSX, ReactNode } from 'react';
import { DryWell } from '../components/dry-well.js';
import { dayCode, dayInWords } from '../language/dates.js';
import type { MessageKey } from '../language/translate.js';
import { type Crumb, href, type PageContext, type PageView } from '../pages/page.js';

export type Sent = 'letters' | 'requests';

export const moment = (page: PageContext, at: string): JSX.Element => (
  <time dateTime={dayCode(new Date(at))}>{dayInWords(new Date(at), page.language)}</time>
);
export const crumbOf = (page: PageContext, sent: Sent): Crumb =>
  sent === 'letters'
    ? { label: page.t('nav.interaction'), path: '/interaction' }
    : { label: page.t('nav.openGovernment'), path: '/open-government' };

export type Fact = readonly [term: MessageKey, value: ReactNode];
export function FactRows({
  page,
  facts,
  className = 'doc-facts',
}: {
  page: PageContext;
  facts: readonly Fact[];
  className?: string;
}): JSX.Element {
  return (
    <dl className={className}>
      {facts
        .filter(([, value]) => Boolean(value))
        .map(([term, value]) => (
          <div key={term}>
            <dt>{page.t(term)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** 回执: the two codes, once. */
export function receiptView(page: PageContext, sent: Sent, receipt: Receipt | undefined): PageView {
  const { t } = page;
  return {
    ...{ title: t('receipt.title'), description: t('receipt.text'), crumbs: [crumbOf(page, sent)], unlisted: true },
    main: (
      <div className="wrap">
        {receipt ? <Codes page={page} receipt={receipt} /> : <Gone page={page} />}
        <p className="btns">
          <a className="btn second" href={href(page, `/${sent}/follow`)}>
            {t(sent === 'letters' ? 'talk.follow' : 'open.follow')}
          </a>
          <a href={href(page, '/')}>{t('error.home')}</a>
        </p>
      </div>
    ),
  };
}

function Codes({ page, receipt }: { page: PageContext; receipt: Receipt }): JSX.Element {
  const { t } = page;
  const facts: readonly Fact[] = [
    ['receipt.code', <bdi dir="ltr">{receipt.receipt}</bdi>],
    ['receipt.check', <bdi dir="ltr">{receipt.check}</bdi>],
    ['receipt.received', moment(page, receipt.receivedAt)],
    ['letter.due', receipt.dueAt && moment(page, receipt.dueAt)],
  ];
  return (
    <>
      <div className="page-head">
        <h1>{t('receipt.title')}</h1>
        <p className="lede">{t('receipt.text')}</p>
      </div>
      <FactRows page={page} facts={facts} className="doc-facts receipt" />
    </>
  );
}

function Gone({ page }: { page: PageContext }): JSX.Element {
  return (
    <DryWell page={page} title={<h1>{page.t('receipt.gone')}</h1>}>
      <p>{page.t('receipt.goneText')}</p>
    </DryWell>
  );
}
