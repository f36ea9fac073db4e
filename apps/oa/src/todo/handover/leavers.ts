import { Injectable } from '@nestjs/common';
import { scopeSql } from '@karez/auth';
import type { Leaver, TodoKind } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import type { EntityManager } from 'typeorm';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly state: 'active' | 'disabled';
  readonly org_name: string;
  readonly kind: TodoKind | null;
  readonly service: string | null;
  readonly count: number;
}

/** People in the caller's reach, with what they have open. */
@Injectable()
export class Leavers {
  /** Those who cannot do it any more, because their accounts are disabled. */
  async stranded(manager: EntityManager, ctx: Ctx): Promise<Leaver[]> {
    return gathered(await this.#rows(manager, ctx)).filter(({ state }) => state === 'disabled');
  }

  /** @throws DomainError `not_found` outside of the caller's reach */
  async one(manager: EntityManager, ctx: Ctx, personId: string): Promise<Leaver> {
    const [leaver] = gathered(await this.#rows(manager, ctx, personId));
    if (!leaver) throw new DomainError('not_found', { id: personId });
    return leaver;
  }

  #rows(manager: EntityManager, { actor }: Ctx, personId?: string): Promise<Row[]> {
    const { sql, params } = scopeSql(actor, 'oa.handover.write', { org: 'post.org_id' });
    const query = manager
      .createQueryBuilder()
      .select(['person.id as id', 'person.name as name', 'person.state as state', 'org.name as org_name'])
      .addSelect(['todo.kind as kind', 'todo.service as service', 'count(todo.id)::int as count'])
      .from('person_copy', 'person')
      .innerJoin('person_post', 'post', 'post.person_id = person.id and post.place = 0')
      .innerJoin('org_copy', 'org', 'org.id = post.org_id')
      .leftJoin('todo', 'todo', `todo.person_id = person.id and todo.state = 'open'`)
      .where(sql, params)
      .groupBy('person.id, person.name, person.state, org.name, todo.kind, todo.service')
      .orderBy('person.name');
    if (personId) query.andWhere('person.id = :personId', { personId });
    else query.andWhere(`person.state = 'disabled' and todo.id is not null`);
    return query.getRawMany<Row>();
  }
}

function gathered(rows: readonly Row[]): Leaver[] {
  const people = new Map<string, Leaver>();
  for (const { id, name, state, org_name, kind, service, count } of rows) {
    const leaver = people.get(id) ?? { id, name, orgName: org_name, state, open: [], elsewhere: 0 };
    people.set(id, leaver);
    if (kind && service === 'oa') leaver.open.push({ kind, count });
    else leaver.elsewhere += count;
  }
  return [...people.values()];
}
