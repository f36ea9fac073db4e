import type { ArticleHappening } from '@karez/contracts-portal';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';

export type Happening =
  | 'written'
  | 'saved'
  | 'submitted'
  | 'passed'
  | 'returned'
  | 'recalled'
  | 'reworked'
  | 'hit_kept'
  | 'scheduled'
  | 'unscheduled'
  | 'published'
  | 'withdrawn'
  | 'discarded';

/** One line of the article's log, in the transaction of what it tells. */
export async function log(
  tx: Tx,
  edition: { readonly id: string; readonly articleId: string },
  what: Happening,
  details: object = {},
): Promise<void> {
  const { actor, now } = tx.ctx;
  await tx.manager.query(
    'insert into article_log (article_id, edition_id, what, by_id, by_name, at, details) values ($1, $2, $3, $4, $5, $6, $7)',
    [edition.articleId, edition.id, what, actor.id, actor.name, now, details],
  );
}

export async function logOf(manager: EntityManager, articleId: string): Promise<ArticleHappening[]> {
  const rows = await manager.query<(Omit<ArticleHappening, 'at' | 'editionId'> & { at: Date; editionId: string | null })[]>(
    `select what, edition_id as "editionId", by_name as "byName", at, details from article_log where article_id = $1 order by id desc limit 500`,
    [articleId],
  );
  return rows.map(({ at, editionId, ...row }) => ({ ...row, at: at.toISOString(), ...(editionId && { editionId }) }));
}
