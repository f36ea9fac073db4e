import type { JSX } from 'react';
import { addressOf, type Body, placeOf } from '../directory/directory.js';
import { placeIn } from '../language/places.js';
import { href, type PageContext } from '../pages/page.js';

/** A body's name in the page's language where there is one, else its Chinese name, marked as Chinese. */
export function BodyName({ page, body }: { page: PageContext; body: Body }): JSX.Element {
  const { language } = page;
  if (language === 'zh-CN') return <>{body.name}</>;
  const name = language === 'en' ? body.nameEn : undefined;
  return name ? <>{name}</> : <bdi lang="zh-CN">{body.name}</bdi>;
}

export function BodyLink({ page, body }: { page: PageContext; body: Body }): JSX.Element {
  return (
    <a href={href(page, `/directory/${addressOf(body)}`)}>
      <BodyName page={page} body={body} />
    </a>
  );
}

/** The place a bureau stands for: 和田地区, Hotan Prefecture, خوتەن ۋىلايىتى. */
export function PlaceName({ page, body }: { page: PageContext; body: Body }): JSX.Element {
  const known = placeIn(page.language, body.divisionCode);
  if (known) return <>{known}</>;
  return page.language === 'zh-CN' ? <>{placeOf(body)}</> : <BodyName page={page} body={body} />;
}

/** Plain text for titles. */
export function bodyTitle({ language }: PageContext, body: Body): string {
  return (language === 'en' && body.nameEn) || body.name;
}
