import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { Page } from '@karez/contracts-kernel';
import type { EarlierIncoming, IncomingRow, IncomingTurn, IncomingView, ListIncoming } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { StandIns } from '../delegation/stand-ins.js';
import { ownTurn } from '../delegation/own-turn.js';
import { Handlings } from '../handling/handlings.js';
import { type Step, Steps } from '../handling/steps.js';
import { incomingScope } from './incoming-desk.js';
import { IncomingDocument } from './incoming-document.entity.js';
import { actsOnIncoming } from './incoming.policy.js';

const orders: Readonly<Record<string, Order>> = {
  '-received': { by: [{ sql: 'document.received_at', cast: 'timestamptz' }, { sql: 'document.id', cast: 'uuid' }], direction: 'desc' }, // prettier-ignore
};
const orgName = '(select name from org_copy where org_copy.id = document.org_id)';
const waiting = `(select coalesce(array_agg(name order by opened_at), '{}') from handling_step turn where turn.subject_id = document.id
  and turn.state = 'open' and turn.phase <> 'read')`;
const columns = ['id', 'number', 'title', 'sender_number', 'sender_name', 'origin', 'state', 'org_id', 'received_at', 'due_at'];

/** 收文 as their readers find and see them. */
@Injectable()
export class IncomingReading {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly steps: Steps,
    private readonly standIns: StandIns,
    private readonly handlings: Handlings,
  ) {}

  page({ tab, state, q, ...request }: ListIncoming, { actor }: Ctx): Promise<Page<IncomingRow>> {
    const query = this.source.createQueryBuilder(IncomingDocument, 'document').select([]);
    columns.forEach((column) => query.addSelect(`document.${column}`, column));
    query.addSelect(orgName, 'org_name').addSelect(waiting, 'waiting');
    if (tab === 'mine')
      query.where(`exists (select 1 from handling_step turn where turn.subject_id = document.id and ${ownTurn})`, { readerId: actor.id });
    else {
      const { sql, params } = incomingScope(actor);
      query.where(sql, params);
    }
    if (state) query.andWhere('document.state = :state', { state });
    const words = q?.trim();
    if (words)
      query.andWhere(
        '(document.title ilike :q or document.number ilike :q or document.sender_number ilike :q or document.sender_name ilike :q)',
        {
          q: `%${words.replace(/[\\%_]/g, '\\$&')}%`,
        },
      );
    return keysetPage(query, request, { orders, view: rowView });
  }

  /** @throws DomainError `not_found` */
  async view(incomingId: string, { actor, now }: Pick<Ctx, 'actor' | 'now'>): Promise<IncomingView> {
    const { manager } = this.source;
    const { sql, params } = incomingScope(actor);
    const document = await manager
      .createQueryBuilder(IncomingDocument, 'document')
      .where('document.id = :incomingId', { incomingId })
      .andWhere(sql, params)
      .getOne();
    if (!document) throw new DomainError('not_found', { id: incomingId });
    const [steps, handlings, earlier, entrusted, [org], desk] = await Promise.all([
      this.steps.of(manager, incomingId),
      this.handlings.of(manager, incomingId),
      earlierOf(manager, document),
      this.standIns.entrustedTo(manager, actor.id, now),
      manager.query<{ name: string }[]>('select name from org_copy where id = $1', [document.orgId]),
      isDesk(manager, document, actor),
    ]);
    const open = steps.filter(({ state }) => state === 'open');
    const holders = [actor.id, ...entrusted.map(({ fromId }) => fromId)];
    const mine = open.filter(({ personId }) => personId !== null && holders.includes(personId));
    const { deliveryId, summary, returnReason, result, replyId, version } = document;
    return {
      ...rowView({
        ...{
          id: document.id,
          number: document.number,
          title: document.title,
          sender_number: document.senderNumber,
          sender_name: document.senderName,
        },
        ...{
          origin: document.origin,
          state: document.state,
          org_id: document.orgId,
          org_name: org?.name,
          received_at: document.receivedAt,
        },
        ...{ due_at: document.dueAt, waiting: open.filter(({ phase }) => phase !== 'read').map(({ name }) => name) },
      }),
      ...(deliveryId && { deliveryId }),
      ...(summary && { summary }),
      ...(returnReason && { returnReason }),
      ...(result && { result }),
      ...(replyId && { replyId }),
      ...{ turns: steps.map(turnView), handlings, earlier, version },
      acts: actsOnIncoming(document.state, { mine, desk, open }, actor),
    };
  }
}

async function isDesk(manager: EntityManager, { orgId }: IncomingDocument, actor: Ctx['actor']): Promise<boolean> {
  const { sql, params } = scopeSql(actor, 'oa.incoming.register', { org: 'desk.id' });
  const query = manager.createQueryBuilder().select('1', 'one').from('(select :orgId::uuid as id)', 'desk').setParameter('orgId', orgId);
  return (await query.where(sql, params).getRawOne<{ one: number }>()) !== undefined;
}

/** 拟办 goes by what was done before: the sender's last documents, and who handled them. */
async function earlierOf(manager: EntityManager, { id, orgId, senderName, senderNumber }: IncomingDocument): Promise<EarlierIncoming[]> {
  const rows = await manager.query<(Omit<EarlierIncoming, 'number'> & { number: string | null })[]>(
    `select document.id, document.title, document.number, coalesce(document.sender_number = $4, false) as "sameNumber",
       (select coalesce(array_agg(distinct turn.name), '{}') from handling_step turn where turn.subject_id = document.id
          and turn.phase in ('lead', 'assist')) as "handledBy"
     from incoming_document document where document.org_id = $1 and document.sender_name = $2 and document.id <> $3
     order by "sameNumber" desc, document.received_at desc limit 5`,
    [orgId, senderName, id, senderNumber],
  );
  return rows.map(({ number, ...row }) => ({ ...row, ...(number && { number }) }));
}

const turnView = ({ id, phase, name, orgName: org, state, openedAt, seenAt, endedAt }: Step): IncomingTurn => ({
  ...{ id, phase, name, orgName: org, state, openedAt: openedAt.toISOString() },
  ...(seenAt && { seenAt: seenAt.toISOString() }),
  ...(endedAt && { endedAt: endedAt.toISOString() }),
});
const rowView = (raw: Record<string, unknown>): IncomingRow => ({
  ...{
    id: raw.id as string,
    title: raw.title as string,
    senderName: raw.sender_name as string,
    origin: raw.origin as IncomingRow['origin'],
  },
  ...{ state: raw.state as IncomingRow['state'], orgId: raw.org_id as string, orgName: (raw.org_name as string | null) ?? '' },
  ...{ receivedAt: (raw.received_at as Date).toISOString(), waitingFor: raw.waiting as string[] },
  ...(raw.number ? { number: raw.number as string } : {}),
  ...(raw.sender_number ? { senderNumber: raw.sender_number as string } : {}),
  ...(raw.due_at ? { dueAt: (raw.due_at as Date).toISOString() } : {}),
});
