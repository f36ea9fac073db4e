import { Injectable } from '@nestjs/common';
import { scopeSql } from '@karez/auth';
import type { PartRole, PartState } from '@karez/contracts-oa';
import { type Actor, DomainError, newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';

/** 承办: one body's part of an item, as it stands in its row. */
export interface Part {
  readonly id: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly role: PartRole;
  readonly content: string;
  readonly dueAt: Date;
  readonly state: PartState;
  readonly handlerId: string | null;
  readonly handlerName: string | null;
  readonly acceptedAt: Date | null;
  readonly returnReason: string | null;
  readonly progress: number;
  /** The body lies within the reader's reach. */
  readonly mine: boolean;
}
export interface NewPart {
  readonly orgId: string;
  readonly role: PartRole;
  readonly content: string;
  readonly dueAt: Date;
}

/** The parts of items. They change only while the item's row is held. */
@Injectable()
export class SupervisionParts {
  async of(manager: EntityManager, itemId: string, reader: Actor): Promise<Part[]> {
    const { sql, params } = scopeSql(reader, 'oa.supervision.handle', { org: 'part.org_id' });
    return manager
      .createQueryBuilder()
      .select('part.id', 'id')
      .addSelect('part.org_id', 'orgId')
      .addSelect(`coalesce((select name from org_copy where org_copy.id = part.org_id), '')`, 'orgName')
      .addSelect(['part.role as role', 'part.content as content', 'part.state as state', 'part.progress as progress'])
      .addSelect('part.due_at', 'dueAt')
      .addSelect('part.handler_id', 'handlerId')
      .addSelect('part.handler_name', 'handlerName')
      .addSelect('part.accepted_at', 'acceptedAt')
      .addSelect('part.return_reason', 'returnReason')
      .addSelect(sql, 'mine')
      .from('supervision_part', 'part')
      .where('part.item_id = :itemId', { itemId })
      .setParameters(params)
      .orderBy('part.sent_at')
      .addOrderBy(`(part.role = 'assist')`)
      .addOrderBy('part.id')
      .getRawMany<Part>();
  }

  /** @throws DomainError `oa.supervision.body_unknown`, `oa.supervision.body_twice` */
  async give({ manager, ctx }: Tx, itemId: string, parts: readonly NewPart[]): Promise<void> {
    const ids = parts.map(({ orgId }) => orgId);
    const orgs = await manager.query<{ id: string; name: string; taken: boolean }[]>(
      `select id, name, exists (select 1 from supervision_part part where part.item_id = $2 and part.org_id = org.id and part.state <> 'returned')
         as taken
       from org_copy org where id = any($1::uuid[]) and (abolished_on is null or abolished_on > $3::timestamptz)`,
      [ids, itemId, ctx.now],
    );
    for (const [index, id] of ids.entries()) {
      const org = orgs.find((each) => each.id === id);
      if (!org) throw new DomainError('oa.supervision.body_unknown');
      if (org.taken || ids.indexOf(id) !== index) throw new DomainError('oa.supervision.body_twice', { org: org.name });
    }
    for (const { orgId, role, content, dueAt } of parts)
      await manager.query(
        `insert into supervision_part (id, item_id, org_id, role, content, due_at, state, sent_at) values ($1, $2, $3, $4, $5, $6, 'sent', $7)`,
        [newId(), itemId, orgId, role, content, dueAt, ctx.now],
      );
  }

  async accept({ manager, ctx }: Tx, partId: string, handler: { readonly id: string; readonly name: string }): Promise<void> {
    await manager.query(
      `update supervision_part set state = 'accepted', handler_id = $2, handler_name = $3, accepted_at = $4 where id = $1`,
      [partId, handler.id, handler.name, ctx.now],
    );
  }
  async giveBack({ manager }: Tx, partId: string, reason: string): Promise<void> {
    await manager.query(`update supervision_part set state = 'returned', return_reason = $2 where id = $1`, [partId, reason]);
  }
  /** A part that reports all of it done is `reported`; one that was too early goes on. */
  async report({ manager }: Tx, partId: string, progress: number): Promise<void> {
    await manager.query(`update supervision_part set progress = $2, state = $3 where id = $1`, [
      ...[partId, progress, progress === 100 ? 'reported' : 'accepted'],
    ]);
  }
  /** The whole may end later: what was to end with it does so too. */
  async extend({ manager }: Tx, itemId: string, from: Date, until: Date): Promise<void> {
    await manager.query(`update supervision_part set due_at = $3 where item_id = $1 and due_at = $2 and state <> 'returned'`, [
      ...[itemId, from, until],
    ]);
  }
}
