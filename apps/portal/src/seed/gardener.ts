import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { PutWord } from '@karez/contracts-portal';
import { systemActor } from '@karez/messaging';
import { Tx } from '@karez/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { SiteColumn } from '../column/column.entity.js';
import { Site } from '../site/site.entity.js';
import { Word } from '../word-check/word.entity.js';
import { type PlannedColumn, treeOf } from './columns.js';
import { oneAtATime } from './one-at-a-time.js';
import { contextAt } from './people.js';
import { type PlannedSite, sites } from './sites.js';
import { storyTime } from './story-time.js';

/** Lays out what articles stand in: word lists, sites, columns. What is there already is left as it is. */
@Injectable()
export class Gardener {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  enterWords(words: readonly PutWord[]): Promise<void> {
    return this.#as(new Date(), async (tx) => {
      for (const entry of words) {
        const { list, word } = entry;
        if (!(await tx.manager.countBy(Word, { list, word }))) await tx.save(Word.enter(entry));
      }
    });
  }

  layOut(now: Date): Promise<void> {
    return this.#as(storyTime(now, 190, '10:00'), async (tx) => {
      for (const planned of sites) await this.#site(tx, planned);
    });
  }

  async #site(tx: Tx, planned: PlannedSite): Promise<void> {
    const { code, org, parent, theme, ...texts } = planned;
    let site = await tx.manager.findOneBy(Site, { code });
    if (!site) {
      const above = parent ? await tx.manager.findOneByOrFail(Site, { code: parent }) : null;
      site = Site.found(code, await orgIdOf(tx.manager, org), above?.id ?? null, texts, theme);
      await tx.save(site);
    }
    for (const [position, column] of treeOf(code).entries()) await this.#column(tx, site, column, position);
  }

  async #column(tx: Tx, { id: siteId }: Site, { code, under, owner, ...planned }: PlannedColumn, position: number): Promise<void> {
    if (await tx.manager.countBy(SiteColumn, { siteId, code })) return;
    const above = under ? await tx.manager.findOneByOrFail(SiteColumn, { siteId, code: under }) : undefined;
    const orgId = await orgIdOf(tx.manager, owner);
    await tx.save(SiteColumn.open(siteId, code, { ...planned, orgId, position: position * 10, ...(above && { parentId: above.id }) }));
  }

  #as(at: Date, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.source.transaction(async (manager) => {
      await oneAtATime(manager);
      const tx = new Tx(manager, contextAt(at, systemActor('portal')), 'portal');
      await work(tx);
      if (tx.touched) await tx.audit();
    });
  }
}

export async function orgIdOf(manager: EntityManager, name: string): Promise<string> {
  const [row] = await manager.query<{ id: string }[]>('select id from org_copy where name = $1 and abolished_on is null', [name]);
  if (!row) throw new Error(`the demonstration knows no body ${name}`);
  return row.id;
}
