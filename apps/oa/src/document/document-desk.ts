import { Injectable } from '@nestjs/common';
import { scopeSql, type SqlPredicate } from '@karez/auth';
import { type Actor, DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { ownTurn } from '../delegation/own-turn.js';
import { OutgoingDocument } from './outgoing-document.entity.js';

/** Documents of bodies in reach, those that the reader drafted or had a turn in, and those that the reader's office issues. */
export function documentScope(actor: Actor): SqlPredicate {
  const body = scopeSql(actor, 'oa.document.read', { org: 'document.org_id', name: 'body' });
  const office = scopeSql(actor, 'oa.document.office', { org: 'document.host_id', name: 'office' });
  const own = `exists (select 1 from handling_step turn where turn.subject_id = document.id and ${ownTurn})`;
  return {
    sql: `(${body.sql} or ${office.sql} or document.drafter_id = :readerId or ${own})`,
    params: { ...body.params, ...office.params, readerId: actor.id },
  };
}

/** A document as a command holds it: locked, and known to the caller at all. Whose turn it is is asked of its steps. */
@Injectable()
export class DocumentDesk {
  /** @throws DomainError `not_found` */
  async load(tx: Tx, documentId: string): Promise<OutgoingDocument> {
    const { sql, params } = documentScope(tx.ctx.actor);
    const query = tx.manager.createQueryBuilder(OutgoingDocument, 'document').where('document.id = :documentId', { documentId });
    const document = await query.andWhere(sql, params).setLock('pessimistic_write', undefined, ['document']).getOne();
    if (!document) throw new DomainError('not_found', { id: documentId });
    return document;
  }

  /** As `load`, for the office of the issuing body. @throws DomainError `not_found`, `auth.out_of_scope` */
  async loadForOffice(tx: Tx, documentId: string): Promise<OutgoingDocument> {
    const document = await this.load(tx, documentId);
    if (!(await tx.reaches('oa.document.office', document.hostId))) throw new DomainError('auth.out_of_scope');
    return document;
  }
}
