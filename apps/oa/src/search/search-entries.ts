import { Injectable } from '@nestjs/common';
import type { SearchKind } from '@karez/contracts-oa';
import type { Tx } from '@karez/persistence';
import { Tokens } from '@karez/search';

/** One thing as it is found: title and number, and everything else that was written. */
export interface Entry {
  readonly kind: SearchKind;
  readonly subjectId: string;
  readonly orgId: string;
  readonly title: string;
  readonly number?: string | null;
  readonly text: string;
  readonly href: string;
  /** What it is ordered by: when it was begun. */
  readonly at: Date;
}
/** Longer texts are found by their beginning. */
const longest = 200_000;

/** Keeps what can be found. An entry is put anew whenever its subject changed. */
@Injectable()
export class SearchEntries {
  constructor(private readonly tokens: Tokens) {}

  async put({ manager }: Pick<Tx, 'manager'>, { kind, subjectId, orgId, title, number = null, text, href, at }: Entry): Promise<void> {
    const plain = text.slice(0, longest);
    await manager.query(
      `insert into search_entry (kind, subject_id, org_id, title, number, plain, href, at, words)
       values ($1, $2, $3, $4, $5, $6, $7, $8, array_to_tsvector($9::text[]))
       on conflict (kind, subject_id) do update
         set org_id = $3, title = $4, number = $5, plain = $6, href = $7, at = $8, words = array_to_tsvector($9::text[])`,
      [kind, subjectId, orgId, title, number, plain, href, at, this.tokens.within(`${title} ${number ?? ''} ${plain}`)],
    );
  }

  async drop({ manager }: Pick<Tx, 'manager'>, kind: SearchKind, subjectId: string): Promise<void> {
    await manager.query('delete from search_entry where kind = $1 and subject_id = $2', [kind, subjectId]);
  }
}
