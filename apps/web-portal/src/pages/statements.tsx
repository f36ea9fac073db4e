import type { JSX } from 'react';
import type { MessageKey } from '../language/translate.js';
import { dayInWords } from '../language/dates.js';
import type { PageContext, PageDefinition } from './page.js';

interface Part {
  readonly title: MessageKey;
  readonly text?: MessageKey;
  readonly list?: readonly MessageKey[];
}

// the day on which a person last went through both statements beside the running site
const checkedOn = new Date('2026-11-23T00:00:00+08:00');

const accessibility: readonly Part[] = [
  { title: 'accessibility.modes', text: 'accessibility.modesText', list: ['accessibility.elder', 'accessibility.contrast'] },
  {
    title: 'accessibility.use',
    list: ['accessibility.keyboard', 'accessibility.noScript', 'accessibility.zoom', 'accessibility.reader', 'accessibility.still'],
  },
  { title: 'accessibility.limits', list: ['accessibility.uyghur', 'accessibility.names'] },
  { title: 'accessibility.tested', text: 'accessibility.testedText' },
  { title: 'accessibility.trouble', text: 'accessibility.troubleText' },
];

const privacy: readonly Part[] = [
  { title: 'privacy.cookies', text: 'privacy.cookiesText', list: ['privacy.display', 'privacy.language'] },
  { title: 'privacy.none', list: ['privacy.scripts', 'privacy.thirdParties', 'privacy.search'] },
];

export const accessibilityPage = statement('/accessibility', 'accessibility', accessibility);
export const privacyPage = statement('/privacy', 'privacy', privacy);

function statement(path: string, stem: 'accessibility' | 'privacy', parts: readonly Part[]): PageDefinition {
  return {
    path,
    name: `${stem}.title`,
    words: `${stem}.words`,
    tags: [],
    view: (page) => ({
      title: page.t(`${stem}.title`),
      description: page.t(`${stem}.lede`),
      main: <Statement page={page} title={`${stem}.title`} lede={`${stem}.lede`} parts={parts} />,
    }),
  };
}

interface StatementProps {
  readonly page: PageContext;
  readonly title: MessageKey;
  readonly lede: MessageKey;
  readonly parts: readonly Part[];
}

function Statement({ page, title, lede, parts }: StatementProps): JSX.Element {
  const { t, language, site } = page;
  return (
    <article className="wrap">
      <div className="page-head">
        <h1>{t(title)}</h1>
        <p className="lede">{t(lede)}</p>
      </div>
      <div className="prose">
        {parts.flatMap((part) => [
          <h2 key={part.title}>{t(part.title)}</h2>,
          part.text && <p key={part.text}>{t(part.text, { number: site.hotline })}</p>,
          part.list && (
            <ul key={part.list.join()}>
              {part.list.map((item) => (
                <li key={item}>{t(item)}</li>
              ))}
            </ul>
          ),
        ])}
        <p className="small muted">{t('statement.checked', { day: dayInWords(checkedOn, language) })}</p>
      </div>
    </article>
  );
}
