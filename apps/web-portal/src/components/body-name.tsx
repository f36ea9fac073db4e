import type { JSX } from 'react';
import { addressOf, type Body, placeOf } from '../directory/directory.js';
import { placeIn } from '../language/places.js';
import { href, type PageContext } from '../pages/page.js';

interface BodyNameProps {
  readonly page: PageContext;
  readonly body: Body;
  /** Among other bodies of the department: without the region's name before it. */
  readonly short?: boolean;
}

/** A body's name in the page's language where there is one, else its Chinese name, marked as Chinese. */
export function BodyName({ page, body, short = false }: BodyNameProps): JSX.Element {
  const { language, directory } = page;
  const chinese = short && directory ? directory.shortNameOf(body) : body.name;
  if (language === 'zh-CN') return <>{chinese}</>;
  const name = language === 'en' ? body.nameEn : undefined;
  return name ? <>{name}</> : <bdi lang="zh-CN">{chinese}</bdi>;
}

export function BodyLink({ page, body, short = false }: BodyNameProps): JSX.Element {
  return (
    <a href={href(page, `/directory/${addressOf(body)}`)}>
      <BodyName page={page} body={body} short={short} />
    </a>
  );
}

/** The place a bureau stands for: 和田地区, Hotan Prefecture, خوتەن ۋىلايىتى. */
export function PlaceName({ page, body }: { page: PageContext; body: Body }): JSX.Element {
  const known = placeIn(page.language, body.divisionCode);
  if (known) return <>{known}</>;
  return page.language === 'zh-CN' ? <>{placeOf(body)}</> : <bdi lang="zh-CN">{placeOf(body)}</bdi>;
}

/** A body's name as plain text, for titles and the path to a page, with its language where that is not the page's. */
export function bodyTitle({ language }: PageContext, body: Body): { readonly text: string; readonly lang?: 'zh-CN' } {
  if (language === 'zh-CN') return { text: body.name };
  return language === 'en' && body.nameEn ? { text: body.nameEn } : { text: body.name, lang: 'zh-CN' };
}
