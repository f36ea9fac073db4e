import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { SupervisionExtension, SupervisionNotice, SupervisionReport, SupervisionView } from '@karez/contracts-oa';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { Handlings } from '../handling/handlings.js';
import { People } from '../people/people.js';
import { supervisionScope } from './supervision-desk.js';
import { SupervisionItem } from './supervision-item.entity.js';
import { type Part, SupervisionParts } from './supervision-parts.js';
import { actsOnSupervision, type Standing } from './supervision.policy.js';
import { partView, supervisionRow } from './supervision.view.js';

/** One item with all that belongs to it, as its reader may see and act on it. */
@Injectable()
export class SupervisionReading {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly parts: SupervisionParts,
    private readonly people: People,
    private readonly handlings: Handlings,
    private readonly calendars: Calendars,
  ) {}

  /** @throws DomainError `not_found`, for another body's item too */
  async view(itemId: string, { actor, now }: Pick<Ctx, 'actor' | 'now'>): Promise<SupervisionView> {
    const { manager } = this.source;
    const { sql, params } = supervisionScope(actor);
    const item = await manager
      .createQueryBuilder(SupervisionItem, 'item')
      .where('item.id = :itemId', { itemId })
      .andWhere(sql, params)
      .getOne();
    if (!item) throw new DomainError('not_found', { id: itemId });
    const parts = await this.parts.of(manager, itemId, actor);
    const [reports, extensions, notices, handlings, names, calendar] = await Promise.all([
      reportsOf(manager, itemId),
      extensionsOf(manager, itemId),
      noticesOf(manager, itemId),
      this.handlings.of(manager, itemId),
      this.people.orgNames(manager, [item.orgId, ...(item.leadOrgId ? [item.leadOrgId] : [])]),
      this.calendars.workingCalendar(manager),
    ]);
    const standing = await this.#standing(manager, item, parts, extensions, actor);
    const { content, sourceText, sourceHref, leaderId, leaderName, supervisorName, suspendedReason, terminatedReason } = item;
    return {
      ...supervisionRow(item, { orgName: names.get(item.orgId), leadOrgName: names.get(item.leadOrgId ?? '') }, calendar, now),
      ...{ content, leaderId, leaderName, supervisorName, version: item.version },
      ...(sourceText && { sourceText }),
      ...(sourceHref && { sourceHref }),
      ...(suspendedReason && { suspendedReason }),
      ...(terminatedReason && { terminatedReason }),
      ...(item.result && { result: item.result }),
      ...(item.score !== null && { score: item.score }),
      ...(item.scoreText && { scoreText: item.scoreText }),
      ...{ parts: parts.map(partView), reports, extensions, notices, handlings },
      acts: actsOnSupervision(item.state, standing, actor),
    };
  }

  async #standing(
    manager: EntityManager,
    item: SupervisionItem,
    parts: readonly Part[],
    extensions: readonly SupervisionExtension[],
    actor: Actor,
  ): Promise<Standing> {
    const write = scopeSql(actor, 'oa.supervision.write', { org: 'item.org_id' });
    const approve = scopeSql(actor, 'oa.supervision.approve', { org: 'item.org_id', name: 'approve' });
    const query = manager.createQueryBuilder(SupervisionItem, 'item').select('1', 'one').where('item.id = :itemId', { itemId: item.id });
    const owns = await query
      .andWhere(`(${write.sql} or ${approve.sql})`, { ...write.params, ...approve.params })
      .getRawOne<{ one: number }>();
    const mine = parts.filter((part) => part.mine && part.state !== 'returned');
    return {
      owns: owns !== undefined || item.leaderId === actor.id,
      leads: mine.some(({ role }) => role === 'lead'),
      parts: mine.map(({ state }) => state),
      extensionAsked: extensions.some(({ state }) => state === 'asked'),
    };
  }
}

const orgName = (column: string): string => `coalesce((select name from org_copy where org_copy.id = ${column}), '')`;
const iso = (at: Date): string => at.toISOString();

async function reportsOf(manager: EntityManager, itemId: string): Promise<SupervisionReport[]> {
  const rows = await manager.query<(Omit<SupervisionReport, 'at' | 'difficulty'> & { at: Date; difficulty: string | null })[]>(
    `select id, part_id as "partId", ${orgName('org_id')} as "orgName", person_name as "personName", progress, text, difficulty, at
     from supervision_report where item_id = $1 order by at desc, id desc limit 500`,
    [itemId],
  );
  return rows.map(({ difficulty, at, ...row }) => ({ ...row, ...(difficulty && { difficulty }), at: iso(at) }));
}

interface ExtensionRow extends Pick<SupervisionExtension, 'id' | 'orgName' | 'personName' | 'reason' | 'state'> {
  readonly dueFrom: Date;
  readonly dueUntil: Date;
  readonly decidedByName: string | null;
  readonly decision: string | null;
  readonly at: Date;
}
async function extensionsOf(manager: EntityManager, itemId: string): Promise<SupervisionExtension[]> {
  const rows = await manager.query<ExtensionRow[]>(
    `select id, ${orgName('org_id')} as "orgName", person_name as "personName", due_from as "dueFrom", due_until as "dueUntil", reason, state,
       decided_by_name as "decidedByName", decision, at
     from supervision_extension where item_id = $1 order by at desc, id desc limit 100`,
    [itemId],
  );
  return rows.map(({ dueFrom, dueUntil, decidedByName, decision, at, ...row }) => ({
    ...{ ...row, from: iso(dueFrom), until: iso(dueUntil), at: iso(at) },
    ...(decidedByName && { decidedByName }),
    ...(decision && { decision }),
  }));
}

async function noticesOf(manager: EntityManager, itemId: string): Promise<SupervisionNotice[]> {
  const rows = await manager.query<(Omit<SupervisionNotice, 'at' | 'byName'> & { at: Date; byName: string | null })[]>(
    `select id, colour, text, by_name as "byName", reached, at from supervision_notice where item_id = $1 order by at desc, id desc limit 100`,
    [itemId],
  );
  return rows.map(({ byName, at, ...row }) => ({ ...row, ...(byName && { byName }), at: iso(at) }));
}
