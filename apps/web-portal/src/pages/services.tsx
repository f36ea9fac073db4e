import type { ItemRow, ItemView } from '@karez/contracts-approval';
import type { JSX, ReactNode } from 'react';
import { addressOf, reading } from '../api/paths.js';
import { DryWell } from '../components/dry-well.js';
import { KarezLine } from '../components/karez-line.js';
import { contentRoute } from '../content/content-route.js';
import type { MessageKey } from '../language/translate.js';
import { href, type PageContext } from './page.js';

export interface Items {
  readonly items: readonly ItemRow[];
}
const navigation = '/services';
/** Items have their names in Chinese, whatever the language of the page. */
const chinese = (page: PageContext): 'zh-CN' | undefined => (page.language === 'zh-CN' ? undefined : 'zh-CN');

/** 办事大厅: what the window takes, with the days it promises. */
export const servicesRoute = contentRoute<{ list: Items | undefined }>({
  path: navigation,
  questions: () => ({ list: addressOf(reading.items, { limit: '200' }) }),
  view: (page, { list }) => ({
    title: page.t('nav.services'),
    description: page.t('service.lede'),
    navigation,
    column: { name: page.t('nav.services'), type: page.t('nav.services') },
    main: (
      <div className="wrap">
        <div className="page-head">
          <h1>{page.t('nav.services')}</h1>
          <p className="lede">{page.t('service.lede')}</p>
        </div>
        {list ? <ServiceList page={page} items={list.items} /> : <NoServices page={page} />}
        <p className="small muted note">{page.t('service.daysNote')}</p>
      </div>
    ),
  }),
});

export function ServiceList({ page, items }: { page: PageContext; items: readonly ItemRow[] }): JSX.Element {
  const { t } = page;
  return (
    <ul className="svc">
      {items.map(({ code, name, authority, kind, promisedDays, open }) => (
        <li key={code}>
          <a className="quiet" href={href(page, `/services/${code}`)} lang={chinese(page)}>
            {name}
          </a>
          <p lang={chinese(page)}>{authority}</p>
          <span className="days">
            {open && kind === 'promised' && (
              <>
                <b>{promisedDays}</b>
                {t.count('service.days', promisedDays)}
              </>
            )}
            {open && kind === 'immediate' && <span className="tag ok">{t('service.immediate')}</span>}
            {!open && <span className="tag off">{t('service.closed')}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function NoServices({ page }: { page: PageContext }): JSX.Element {
  return (
    <DryWell page={page} title={<h2>{page.t('nav.services')}</h2>}>
      <p>{page.t('service.none', { number: page.site.hotline })}</p>
    </DryWell>
  );
}

/** 办事指南. */
export const guideRoute = contentRoute<{ item: ItemView }>({
  path: '/services/:code',
  questions: ({ params }) => ({ item: addressOf(reading.item, { code: params['code'] }) }),
  needs: ['item'],
  view: (page, { item }) => ({
    title: item.name,
    ...(chinese(page) && { titleLang: 'zh-CN' as const }),
    description: item.name,
    navigation,
    crumbs: [{ label: page.t('nav.services'), path: navigation }],
    main: <Guide page={page} item={item} />,
  }),
});

function Guide({ page, item }: { page: PageContext; item: ItemView }): JSX.Element {
  const { t } = page;
  const lang = chinese(page);
  const days = (count: number): string => t('guide.workingDays', { count });
  const who = item.applicants.map((kind) => t(`guide.${kind}`)).join('、');
  const facts: readonly (readonly [MessageKey, ReactNode])[] = [
    ['guide.who', who],
    ['guide.promised', item.kind === 'immediate' ? t('service.immediate') : days(item.promisedDays)],
    ['guide.statutory', days(item.statutoryDays)],
    ['guide.fee', <span lang={lang}>{item.fee}</span>],
    ['guide.result', <span lang={lang}>{item.result}</span>],
  ];
  return (
    <article className="wrap">
      <div className="page-head">
        <h1 lang={lang}>{item.name}</h1>
        {!item.open && (
          <p>
            <span className="tag off">{t('service.closed')}</span>
          </p>
        )}
      </div>
      <dl className="facts five">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{t(term)}</dt>
            <dd className="quiet">{value}</dd>
          </div>
        ))}
      </dl>
      <KarezLine
        label={t('guide.steps')}
        at="plan"
        steps={item.steps.map(({ name, workingDays }) => ({ name, note: days(workingDays) }))}
      />
      <div className="side end">
        <div className="prose" lang={lang}>
          <Lines title={t('guide.conditions')} lines={item.conditions} />
          <Materials page={page} item={item} />
          <Lines title={t('guide.basis')} lines={item.legalBasis} />
        </div>
        <aside className="panel" aria-label={t('guide.window')}>
          <h2>{t('guide.window')}</h2>
          <p lang={lang}>
            {item.window}
            <br />
            {item.windowPlace}
          </p>
          <h3>{t('guide.phone')}</h3>
          <p lang={lang}>{item.phone}</p>
          <p className="small">
            {t('guide.source')}：<span lang={lang}>{item.source}</span>
          </p>
        </aside>
      </div>
    </article>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Materials({ page, item }: { page: PageContext; item: ItemView }): JSX.Element | null {
  const { t } = page;
  if (item.materials.length === 0) return null;
  return (
    <>
      <h2>{t('guide.materials')}</h2>
      <ul className="list quiet">
        {item.materials.map(({ code, name, required, source, mayFollow, byPromise, reviewPoints }) => (
          <li key={code}>
            <span>{name}</span>
            <span className={required ? 'tag warn' : 'tag off'}>{t(required ? 'guide.required' : 'guide.whenAsked')}</span>
            <span className="meta">
              <span>{source}</span>
              {mayFollow && <span className="tag">{t('guide.mayFollow')}</span>}
              {byPromise && <span className="tag">{t('guide.byPromise')}</span>}
              {reviewPoints.length > 0 && <span>{reviewPoints.join('；')}</span>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
