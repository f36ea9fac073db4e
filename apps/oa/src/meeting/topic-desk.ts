import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql, type SqlPredicate } from '@karez/auth';
import type { Page } from '@karez/contracts-kernel';
import type { ListTopics, TopicAct, TopicRow, TopicView } from '@karez/contracts-oa';
import { type Actor, type Ctx, DomainError } from '@karez/kernel';
import { keysetPage, type Order, type Tx } from '@karez/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { reachedBy } from './meeting-reading.js';
import { actsOnTopic } from './meeting.policy.js';
import { Topic } from './topic.entity.js';

const orders: Readonly<Record<string, Order>> = {
  '-proposed': { by: [{ sql: 'topic.proposed_at', cast: 'timestamptz' }, { sql: 'topic.id', cast: 'uuid' }], direction: 'desc' }, // prettier-ignore
};

/** The body that reviews an office's topics: the house above it, or the body itself. */
const deskSql = (org: string): string =>
  `(select coalesce(case when desk.kind = 'office' then desk.parent_id end, desk.id) from org_copy desk where desk.id = ${org})`;

/** Topics of bodies in reach, as who proposes, reviews or approves them. */
function topicScope(actor: Actor): SqlPredicate {
  const own = scopeSql(actor, 'oa.meeting.read', { org: 'topic.org_id' });
  const desk = scopeSql(actor, 'oa.meeting.write', { org: deskSql('topic.org_id'), name: 'desk' });
  const leader = scopeSql(actor, 'oa.meeting.approve', { org: 'topic.org_id', name: 'leader' });
  return { sql: `(${own.sql} or ${desk.sql} or ${leader.sql})`, params: { ...own.params, ...desk.params, ...leader.params } };
}

@Injectable()
export class TopicDesk {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async deskOf(manager: EntityManager, orgId: string): Promise<string> {
    const [org] = await manager.query<{ desk: string | null }[]>(`select ${deskSql('$1')} as desk`, [orgId]);
    return org?.desk ?? orgId;
  }

  async actsOn(manager: EntityManager, topic: Topic, actor: Actor): Promise<TopicAct[]> {
    const reached = await reachedBy(manager, actor, await this.deskOf(manager, topic.orgId));
    return actsOnTopic(topic, reached, actor);
  }

  /** @throws DomainError `not_found` */
  async load(tx: Tx, topicId: string): Promise<Topic> {
    const { sql, params } = topicScope(tx.ctx.actor);
    const query = tx.manager.createQueryBuilder(Topic, 'topic').where('topic.id = :topicId', { topicId }).andWhere(sql, params);
    const topic = await query.setLock('pessimistic_write', undefined, ['topic']).getOne();
    if (!topic) throw new DomainError('not_found', { id: topicId });
    return topic;
  }

  /** @throws DomainError `not_found` */
  async view(topicId: string, { actor }: Pick<Ctx, 'actor'>): Promise<TopicView> {
    const { manager } = this.source;
    const { sql, params } = topicScope(actor);
    const topic = await manager.createQueryBuilder(Topic, 'topic').where('topic.id = :topicId', { topicId }).andWhere(sql, params).getOne();
    if (!topic) throw new DomainError('not_found', { id: topicId });
    const [org] = await manager.query<{ name: string }[]>('select name from org_copy where id = $1', [topic.orgId]);
    const {
      id,
      number,
      title,
      state,
      orgId,
      reporter,
      minutes,
      proposedAt,
      meetingId,
      content,
      proposerName,
      opinion,
      outcome,
      resolution,
    } = topic;
    return {
      ...{
        id,
        number,
        title,
        state,
        orgId,
        orgName: org?.name ?? '',
        reporter,
        minutes,
        proposedAt: proposedAt.toISOString(),
        content,
        proposerName,
      },
      ...(meetingId && { meetingId }),
      ...(opinion && { opinion }),
      ...(outcome && { outcome }),
      ...(resolution && { resolution }),
      ...{ version: topic.version, acts: await this.actsOn(manager, topic, actor) },
    };
  }

  page(request: ListTopics, { actor }: Ctx): Promise<Page<TopicRow>> {
    const { sql, params } = topicScope(actor);
    const query = this.source.createQueryBuilder(Topic, 'topic').select([]).where(sql, params);
    for (const column of ['id', 'number', 'title', 'state', 'org_id', 'reporter', 'minutes', 'proposed_at', 'meeting_id'])
      query.addSelect(`topic.${column}`, column);
    query.addSelect('(select name from org_copy where org_copy.id = topic.org_id)', 'org_name');
    if (request.state) query.andWhere('topic.state = :state', { state: request.state });
    const q = request.q?.trim();
    if (q) query.andWhere('(topic.title ilike :q or topic.number ilike :q)', { q: `%${q.replace(/[\\%_]/g, '\\$&')}%` });
    return keysetPage(query, request, { orders, view: topicRow });
  }
}

const topicRow = (raw: Record<string, unknown>): TopicRow => ({
  ...{ id: raw.id as string, number: raw.number as string, title: raw.title as string, state: raw.state as TopicRow['state'] },
  ...{ orgId: raw.org_id as string, orgName: (raw.org_name as string | null) ?? '', reporter: raw.reporter as string },
  ...{ minutes: raw.minutes as number, proposedAt: (raw.proposed_at as Date).toISOString() },
  ...(raw.meeting_id ? { meetingId: raw.meeting_id as string } : {}),
});
