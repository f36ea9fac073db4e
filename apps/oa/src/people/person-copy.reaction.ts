import { Injectable } from '@nestjs/common';
import { PersonChanged } from '@karez/contracts-identity';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { ReactsTo } from '@karez/messaging';
import type { Tx } from '@karez/persistence';

/** Keeps the office's own copy of the people and their posts: whoever is picked as a handler is looked up here, never in what a browser says. */
@Injectable()
export class PersonCopy {
  @ReactsTo(PersonChanged)
  async keep({ data }: EventEnvelope<PersonChanged>, { manager }: Pick<Tx, 'manager'>): Promise<void> {
    const { personId, name, state, account, nameSort, mobile, email, posts } = data;
    // an event of before posts were told says nothing of them, nor of the contacts
    const columns = posts ? ['name', 'state', 'account', 'name_sort', 'mobile', 'email'] : ['name', 'state'];
    await manager.query(
      `insert into person_copy (id, name, state, account, name_sort, mobile, email) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id) do update set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
      [personId, name, state, account ?? '', nameSort ?? name, mobile ?? null, email ?? null],
    );
    if (!posts) return;
    await manager.query('delete from person_post where person_id = $1', [personId]);
    for (const [place, { orgId, title, primary }] of posts.entries())
      await manager.query(
        `insert into person_post (person_id, org_id, title, is_primary, place) values ($1, $2, $3, $4, $5) on conflict do nothing`,
        [personId, orgId, title, primary, place],
      );
  }
}
