import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Tx } from '@karez/persistence';
import { chinaDay } from '@karez/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { jobContext } from '../jobs/job-context.js';
import { KeyMaker } from './key-maker.js';
import { anyKeyWanted, lockKeys, renewalMs, wantedKeys } from './wanted-keys.js';

/** Some two hundred milliseconds: another replica, or a security administrator, never waits long. */
const batch = 40;

/** Every body that exchanges on this node has its keys, within two seconds of the directory telling of it, and the next ones in time. */
@Injectable()
export class EnsureKeysJob {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly maker: KeyMaker,
  ) {}

  /** @returns how many keys were made */
  async run(now = new Date()): Promise<number> {
    const [today, endingBy] = [chinaDay(now), new Date(now.getTime() + renewalMs)];
    let made = 0;
    while (await anyKeyWanted(this.source.manager, today, endingBy)) made += await this.#makeSome(today, endingBy, now);
    return made;
  }

  #makeSome(today: string, endingBy: Date, now: Date): Promise<number> {
    return this.source.transaction(async (manager) => {
      await lockKeys(manager);
      const tx = new Tx(manager, jobContext('ensureKeys', now), 'exchange');
      const firstFrom = await firstValidFrom(manager, now);
      const root = await this.maker.root(manager, firstFrom);
      const wanted = await wantedKeys(manager, today, endingBy, batch);
      for (const { id, name, use, endsAt } of wanted) {
        const validFrom = endsAt ? new Date(Math.max(endsAt.getTime(), now.getTime())) : firstFrom;
        tx.touch('body_key', await this.maker.make(manager, { id, name }, { use, validFrom, root, at: now }));
      }
      if (tx.touched) await tx.audit();
      return wanted.length;
    });
  }
}

/** Where a history was brought along, its bodies had keys then: the setting says since when. */
async function firstValidFrom(manager: EntityManager, now: Date): Promise<Date> {
  const [setting] = await manager.query<{ value: string }[]>(`select value from node_setting where name = 'keys_valid_from'`);
  return setting ? new Date(setting.value) : now;
}
