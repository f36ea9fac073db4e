import { holds } from '@karez/auth';
import { type EditionAct, editionActRules, type EditionView } from '@karez/contracts-portal';
import type { Actor } from '@karez/kernel';
import type { Article } from './article.entity.js';
import type { Edition } from './edition.entity.js';
import { assertMayTake } from './review.policy.js';

/** What the caller may do with an edition now; a reviewer is not offered a step that is another's. */
export function actsOn(edition: Edition, actor: Actor): EditionAct[] {
  return (Object.keys(editionActRules) as EditionAct[]).filter((act) => {
    const { states, needs } = editionActRules[act];
    return states.includes(edition.state) && holds(actor, needs) && (act !== 'review' || mayTake(edition, actor));
  });
}
function mayTake(edition: Edition, actor: Actor): boolean {
  try {
    assertMayTake(edition, actor);
    return true;
  } catch {
    return false;
  }
}

export function editionView(edition: Edition, { slug, origin, indexNumber }: Article, columnName: string, reader: Actor): EditionView {
  const { id, articleId, siteId, columnId, language, number, state, title, body, source, keywords, translationReviewed, removed } = edition;
  const { hits, openHits, chain, steps, createdByName, savedByName, version, summary, author, disclosure, changeNote, withdrawal } =
    edition;
  return {
    ...{
      id,
      articleId,
      siteId,
      slug,
      columnId,
      columnName,
      language,
      number,
      state,
      origin,
      title,
      body,
      source,
      keywords,
      translationReviewed,
    },
    ...{ removed, hits, openHits, chain, steps, createdByName, savedByName, version },
    ...{ createdAt: edition.createdAt.toISOString(), savedAt: edition.savedAt.toISOString(), acts: actsOn(edition, reader) },
    ...(summary && { summary }),
    ...(author && { author }),
    ...(disclosure && { disclosure }),
    ...(changeNote && { changeNote }),
    ...(withdrawal && { withdrawal }),
    ...(indexNumber && { indexNumber }),
    ...(state === 'in_review' && { nextStep: steps.length }),
    ...(edition.publishAt && { publishAt: edition.publishAt.toISOString() }),
    ...(edition.withdrawAt && { withdrawAt: edition.withdrawAt.toISOString() }),
    ...(edition.publishedAt && { publishedAt: edition.publishedAt.toISOString() }),
  };
}
