import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql, type SqlPredicate } from '@karez/auth';
import type { Permission } from '@karez/contracts-kernel';
import type { LetterView } from '@karez/contracts-portal';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { stepsOf } from './letter-steps.js';
import { Letter } from './letter.entity.js';
import { letterView } from './letter.view.js';

/** Letters of the units in a caller's reach, as the one who answers or the one who opened them. */
export function letterScope(actor: Actor, permission: Permission): SqlPredicate {
  const [unit, desk] = [scopeSql(actor, permission, { org: 'letter.org_id' }), scopeSql(actor, permission, { org: 'letter.desk_id' })];
  return { sql: `(${unit.sql} or ${desk.sql})`, params: unit.params };
}

/** A letter as staff work on it; another unit's is as unknown as none. */
@Injectable()
export class LetterDesk {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Held until the commit. @throws DomainError `not_found` */
  async load(tx: Tx, id: string, permission: Permission): Promise<Letter> {
    const { sql, params } = letterScope(tx.ctx.actor, permission);
    const query = tx.manager.createQueryBuilder(Letter, 'letter').where('letter.id = :id', { id }).andWhere(sql, params);
    const letter = await query.setLock('pessimistic_write', undefined, ['letter']).getOne();
    if (!letter) throw new DomainError('not_found', { id });
    return letter;
  }

  /** @throws DomainError `not_found` */
  async view(id: string, { actor, now }: Ctx): Promise<LetterView> {
    const { sql, params } = letterScope(actor, 'portal.letter.read');
    const { manager } = this.source;
    const letter = await manager.createQueryBuilder(Letter, 'letter').where('letter.id = :id', { id }).andWhere(sql, params).getOne();
    if (!letter) throw new DomainError('not_found', { id });
    const [org] = await manager.query<{ name: string }[]>('select name from org_copy where id = $1', [letter.orgId]);
    return letterView(letter, { orgName: org?.name ?? '', steps: await stepsOf(manager, id, 'staff') }, actor, now);
  }
}
