import type { EntityManager } from 'typeorm';

const placed = `
  with recursive up(edition_id, language, listed_at, place_id) as (
    select edition.id, edition.language, edition.first_published_at, edition.column_id from edition where %
    union
    select up.edition_id, up.language, up.listed_at, col.parent_id from up join site_column col on col.id = up.place_id
    where col.parent_id is not null)
  insert into listing (place_id, language, listed_at, edition_id)
  select place_id, language, listed_at, edition_id from up
  union select edition.site_id, edition.language, edition.first_published_at, edition.id from edition where %`;
const listed = `edition.state = 'live'`;

/** Puts a live edition into the lists of its column, of all columns above, and of its site. */
export async function listEdition(manager: EntityManager, editionId: string): Promise<void> {
  await manager.query(placed.replaceAll('%', `edition.id = $1 and ${listed}`), [editionId]);
}
export async function unlistEdition(manager: EntityManager, editionId: string): Promise<void> {
  await manager.query('delete from listing where edition_id = $1', [editionId]);
}
/** All lists of a site anew, after its tree was changed. */
export async function relist(manager: EntityManager, siteId: string): Promise<void> {
  await manager.query('delete from listing using edition where listing.edition_id = edition.id and edition.site_id = $1', [siteId]);
  await manager.query(placed.replaceAll('%', `edition.site_id = $1 and ${listed}`), [siteId]);
}
