import { Injectable } from '@nestjs/common';
import type { ContentOrigin, EditionTexts } from '@karez/contracts-portal';
import type { Tx } from '@karez/persistence';
import { Article } from '../edition/article.entity.js';
import { log } from '../edition/article-log.js';
import { EditionChecks } from '../edition/edition-texts.js';
import { Edition } from '../edition/edition.entity.js';

export interface Arrival {
  readonly origin: ContentOrigin;
  /** What it came from: `exchange/<document>`. */
  readonly key: string;
  /** The body whose paper it is. */
  readonly orgId: string;
  /** Code of the column it belongs to. */
  readonly column: string;
  /** Said of who wrote the draft. */
  readonly writtenBy: string;
}
interface Place {
  readonly siteId: string;
  readonly columnId: string;
}

/** Makes a draft of what another service tells; from there on it goes the way of every text, with its reviews. */
@Injectable()
export class Arrivals {
  constructor(private readonly checks: EditionChecks) {}

  /** Nothing for a body without such a column on its own site or on one above, and nothing the second time. */
  async take(tx: Tx, arrival: Arrival, texts: (source: string) => Omit<EditionTexts, 'columnId'>): Promise<void> {
    const { origin, key, orgId, column, writtenBy } = arrival;
    const place = await placeOf(tx, orgId, column);
    if (!place || (await tx.manager.countBy(Article, { originKey: key }))) return;
    const { siteId, columnId } = place;
    const [org] = await tx.manager.query<{ name: string }[]>('select name from org_copy where id = $1', [orgId]);
    const written = { ...texts(org?.name.slice(0, 60) ?? '本单位'), columnId };
    const checked = await this.checks.check(tx.manager, { siteId, language: 'zh-CN' }, written);
    const article = Article.begin(siteId, checked.orgId, undefined, { origin, key }, tx.ctx.now);
    const by = { ...tx.ctx.actor, name: writtenBy };
    const edition = Edition.draft({ articleId: article.id, siteId, language: 'zh-CN', number: 1 }, checked, by, tx.ctx.now);
    await tx.save(article, edition);
    await log(tx, edition, 'written', { origin: key });
  }
}

/** The column on the site of the body, else of the nearest body above it that has one. */
async function placeOf({ manager }: Tx, orgId: string, code: string): Promise<Place | undefined> {
  const [place] = await manager.query<Place[]>(
    `select site.id as "siteId", col.id as "columnId" from org_closure up
     join site on site.org_id = up.ancestor_id and site.state = 'open'
     join site_column col on col.site_id = site.id and col.code = $2 and col.state = 'open'
     where up.relation = 'line' and up.descendant_id = $1
     order by (select count(*) from org_closure above where above.relation = 'line' and above.descendant_id = up.ancestor_id) desc, site.code limit 1`,
    [orgId, code],
  );
  return place;
}

/** Text as HTML that says just this text. */
export const asText = (text: string): string => text.replace(/[&<>"]/g, (letter) => entities[letter]!);
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
