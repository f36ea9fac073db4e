import { Injectable } from '@nestjs/common';
import { DomainError } from '@karez/kernel';
import type { EntityManager } from 'typeorm';

/** A person in one of the bodies where the person holds a post. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly orgId: string;
  readonly orgName: string;
  /** 岗位. */
  readonly title: string;
}

/** Who works where, as identity last told. All take the transaction's manager, so that what is checked is what is written. */
@Injectable()
export class People {
  /**
   * The person in a body; without `orgId` in the primary post.
   * @throws DomainError `oa.person.not_there` when nobody of that id acts there, or the account is disabled
   */
  async at(manager: EntityManager, personId: string, orgId?: string): Promise<Colleague> {
    const [found] = await manager.query<Colleague[]>(
      `select person.id, person.name, post.org_id as "orgId", org.name as "orgName", post.title
       from person_copy person join person_post post on post.person_id = person.id join org_copy org on org.id = post.org_id
       where person.id = $1 and person.state = 'active' and ($2::uuid is null or post.org_id = $2) order by post.place limit 1`,
      [personId, orgId ?? null],
    );
    if (!found) throw new DomainError('oa.person.not_there', { personId });
    return found;
  }

  /** Names of people, the departed too, by id; unknown ones are left out. */
  async names(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await manager.query<{ id: string; name: string }[]>('select id, name from person_copy where id = any($1::uuid[])', [ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Names of bodies by id; unknown ones are left out. */
  async orgNames(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await manager.query<{ id: string; name: string }[]>('select id, name from org_copy where id = any($1::uuid[])', [ids]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
