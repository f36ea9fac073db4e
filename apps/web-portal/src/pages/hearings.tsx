import type { PublicHearing, QuestionResult } from '@karez/contracts-portal';
import type { JSX } from 'react';
import { addressOf, reading } from '../api/paths.js';
import { EmptyColumn } from '../components/empty-column.js';
import { MorePages } from '../components/more-pages.js';
import { contentRoute } from '../content/content-route.js';
import { dayCode, dayInWords } from '../language/dates.js';
import { href, type PageContext } from './page.js';

interface Listed {
  readonly items: readonly PublicHearing[];
  readonly next?: string;
}
const navigation = '/interaction';
const chinese = (page: PageContext): 'zh-CN' | undefined => (page.language === 'zh-CN' ? undefined : 'zh-CN');

/** 意见征集、网上调查: those that are open, and what became of earlier ones. */
export const hearingsRoute = (site: string) =>
  contentRoute<{ list: Listed }>({
    path: '/hearings',
    query: ['after'],
    questions: ({ query }) => ({ list: addressOf(reading.hearings, { site, ...query }) }),
    needs: ['list'],
    view: (page, { list }, { query }) => ({
      title: page.t('talk.hearings'),
      description: page.t('hearing.lede'),
      navigation,
      crumbs: [{ label: page.t('nav.interaction'), path: navigation }],
      column: { name: page.t('talk.hearings'), type: page.t('nav.interaction') },
      unlisted: query['after'] !== undefined,
      main: (
        <div className="wrap">
          <div className="page-head">
            <h1>{page.t('talk.hearings')}</h1>
            <p className="lede">{page.t('hearing.lede')}</p>
          </div>
          {list.items.length > 0 ? <HearingRows page={page} hearings={list.items} /> : <EmptyColumn page={page} />}
          <MorePages page={page} path="/hearings" query={query} next={list.next} />
        </div>
      ),
    }),
  });

export function HearingRows({ page, hearings }: { page: PageContext; hearings: readonly PublicHearing[] }): JSX.Element {
  const { t } = page;
  return (
    <ul className="list big quiet">
      {hearings.map((hearing) => (
        <li key={hearing.id}>
          <a href={href(page, `/hearings/${hearing.id}`)} lang={chinese(page)}>
            {hearing.title}
          </a>
          <time dateTime={dayCode(new Date(hearing.opensAt))}>{dayCode(new Date(hearing.opensAt))}</time>
          <span className="meta">
            <HearingState page={page} hearing={hearing} />
            <span>{t.count('hearing.voices', hearing.voices)}</span>
            {hearing.adopted !== undefined && <span>{t('hearing.adopted', { count: hearing.adopted })}</span>}
            <span lang={chinese(page)}>{hearing.orgName}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function HearingState({ page, hearing }: { page: PageContext; hearing: PublicHearing }): JSX.Element {
  const { t, language } = page;
  if (hearing.state === 'reported') return <span className="tag ok">{t('hearing.reported')}</span>;
  if (hearing.state === 'closed') return <span className="tag off">{t('hearing.closed')}</span>;
  return <span className="tag warn">{t('hearing.until', { day: dayInWords(new Date(hearing.closesAt), language) })}</span>;
}

/** What was asked and what became of it; the form for one's own view stands below, on a page that is never kept. */
export function HearingText({ page, hearing }: { page: PageContext; hearing: PublicHearing }): JSX.Element {
  const { t } = page;
  const lang = chinese(page);
  return (
    <>
      <div className="page-head">
        <h1 lang={lang}>{hearing.title}</h1>
        <p className="tags">
          <HearingState page={page} hearing={hearing} /> <span>{t.count('hearing.voices', hearing.voices)}</span>{' '}
          <span>
            {t('hearing.by')}：<span lang={lang}>{hearing.orgName}</span>
          </span>
        </p>
      </div>
      <div className="prose" lang={lang}>
        <Paragraphs text={hearing.text} />
      </div>
      {hearing.results.length > 0 && (
        <section className="bodies">
          <h2>{t('hearing.result')}</h2>
          {hearing.results.map((result) => (
            <Counts key={result.text} page={page} result={result} />
          ))}
        </section>
      )}
      {hearing.result && (
        <section className="notice ok">
          <b>{t('hearing.result')}</b>
          <div className="stack" lang={lang}>
            <Paragraphs text={hearing.result} />
          </div>
        </section>
      )}
      {hearing.state === 'closed' && <p className="notice">{t('hearing.awaiting')}</p>}
    </>
  );
}

export function Paragraphs({ text }: { text: string }): JSX.Element {
  return (
    <>
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          <p key={index}>{line}</p>
        ))}
    </>
  );
}

function Counts({ page, result }: { page: PageContext; result: QuestionResult }): JSX.Element {
  const { t } = page;
  const most = Math.max(1, ...result.counts.map(({ count }) => count));
  return (
    <table className="counts">
      <caption>
        {result.text}（{t.count('hearing.answers', result.answers)}）
      </caption>
      <tbody>
        {result.counts.map(({ option, count }) => (
          <tr key={option}>
            <th scope="row">{option}</th>
            <td>
              <progress max={most} value={count} aria-hidden="true" /> {count}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
