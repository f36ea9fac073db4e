import type { PublicLetter } from '@karez/contracts-portal';
import type { JSX } from 'react';
import { addressOf, reading } from '../api/paths.js';
import { Doors } from '../components/doors.js';
import { EmptyColumn } from '../components/empty-column.js';
import { MorePages } from '../components/more-pages.js';
import { contentRoute } from '../content/content-route.js';
import { dayCode } from '../language/dates.js';
import { Paragraphs } from './hearings.js';
import { href, type PageContext } from './page.js';

interface Letters {
  readonly items: readonly PublicLetter[];
  readonly next?: string;
}
const navigation = '/interaction';
const chinese = (page: PageContext): 'zh-CN' | undefined => (page.language === 'zh-CN' ? undefined : 'zh-CN');

/** 互动交流: where to write, where to follow, what was answered. */
export const interactionRoute = (site: string) =>
  contentRoute<{ letters: Letters | undefined }>({
    path: navigation,
    questions: () => ({ letters: addressOf(reading.letters, { site, limit: '5' }) }),
    view: (page, { letters }) => ({
      title: page.t('nav.interaction'),
      description: page.t('talk.lede'),
      navigation,
      column: { name: page.t('nav.interaction'), type: page.t('nav.interaction') },
      main: (
        <div className="wrap">
          <div className="page-head">
            <h1>{page.t('nav.interaction')}</h1>
            <p className="lede">{page.t('talk.lede')}</p>
          </div>
          <Doors
            page={page}
            doors={[
              { path: '/letters/write', name: page.t('talk.write'), hint: page.t('talk.writeHint') },
              { path: '/letters/follow', name: page.t('talk.follow'), hint: page.t('talk.followHint') },
              { path: '/hearings', name: page.t('talk.hearings'), hint: page.t('hearing.lede') },
              { path: '/requests/write', name: page.t('open.request'), hint: page.t('open.requestHint') },
            ]}
          />
          {letters && letters.items.length > 0 && (
            <section className="bodies">
              <div className="head">
                <h2>{page.t('talk.answered')}</h2>
                <a className="more" href={href(page, '/letters')}>
                  {page.t('content.more')}
                </a>
              </div>
              <LetterList page={page} letters={letters.items} level="h3" />
            </section>
          )}
        </div>
      ),
    }),
  });

/** 已答复的来信: without names, with the answers whole. */
export const lettersRoute = (site: string) =>
  contentRoute<{ letters: Letters }>({
    path: '/letters',
    query: ['after'],
    questions: ({ query }) => ({ letters: addressOf(reading.letters, { site, ...query }) }),
    needs: ['letters'],
    view: (page, { letters }, { query }) => ({
      title: page.t('talk.answered'),
      description: page.t('talk.answered'),
      navigation,
      crumbs: [{ label: page.t('nav.interaction'), path: navigation }],
      column: { name: page.t('talk.answered'), type: page.t('nav.interaction') },
      unlisted: query['after'] !== undefined,
      main: (
        <div className="wrap">
          <div className="page-head head">
            <h1>{page.t('talk.answered')}</h1>
            <a className="btn" href={href(page, '/letters/write')}>
              {page.t('talk.write')}
            </a>
          </div>
          {letters.items.length > 0 ? <LetterList page={page} letters={letters.items} level="h2" /> : <EmptyColumn page={page} />}
          <MorePages page={page} path="/letters" query={query} next={letters.next} />
        </div>
      ),
    }),
  });

interface LetterListProps {
  readonly page: PageContext;
  readonly letters: readonly PublicLetter[];
  readonly level: 'h2' | 'h3';
}
function LetterList({ page, letters, level: Heading }: LetterListProps): JSX.Element {
  const { t } = page;
  return (
    <ul className="letters">
      {letters.map(({ id, kind, subject, text, reply, unit, receivedAt, answeredAt, satisfaction }) => (
        <li key={id}>
          <Heading lang={chinese(page)}>{subject}</Heading>
          <p className="tags small">
            <span className="tag">{t(`letter.${kind}`)}</span>{' '}
            <time dateTime={dayCode(new Date(receivedAt))}>{dayCode(new Date(receivedAt))}</time>
          </p>
          <div className="stack" lang={chinese(page)}>
            <Paragraphs text={text} />
          </div>
          <div className="notice ok">
            <b>
              {t('letter.reply')} <span lang={chinese(page)}>{unit}</span>{' '}
              <time dateTime={dayCode(new Date(answeredAt))}>{dayCode(new Date(answeredAt))}</time>
            </b>
            <div className="stack" lang={chinese(page)}>
              <Paragraphs text={reply} />
            </div>
          </div>
          {satisfaction !== undefined && (
            <p className="small muted">{t('letter.ratedBy', { rating: t(`letter.rate.${satisfaction}` as 'letter.rate.5') })}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
