import { Injectable } from '@nestjs/common';
import type { AgendaItem, DecideTopic } from '@karez/contracts-oa';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { Topic } from './topic.entity.js';

interface Row {
  readonly topicId: string;
  readonly number: string;
  readonly title: string;
  readonly orgName: string;
  readonly reporter: string;
  readonly minutes: number;
  readonly outcome: AgendaItem['outcome'] | null;
  readonly resolution: string | null;
  readonly supervisionId: string | null;
}

/** 议程: the topics of a meeting in their order, and what became of each there. A topic that was put off keeps its place in the old agenda. */
@Injectable()
export class Agenda {
  /** Sets the agenda anew. @throws DomainError `not_found`, `oa.meeting.topic_not_ready` */
  async put(tx: Tx, meetingId: string, topicIds: readonly string[]): Promise<void> {
    await this.clear(tx, meetingId);
    for (const [place, topicId] of [...new Set(topicIds)].entries()) {
      const topic = await tx.load(Topic, topicId);
      topic.list(meetingId);
      await tx.save(topic);
      await tx.manager.query('insert into meeting_topic (meeting_id, topic_id, place) values ($1, $2, $3)', [meetingId, topicId, place]);
    }
  }

  /** Gives the topics back to wait for another agenda. */
  async clear(tx: Tx, meetingId: string): Promise<void> {
    const rows = await tx.manager.query<{ topic_id: string }[]>(
      'select topic_id from meeting_topic where meeting_id = $1 order by topic_id',
      [meetingId],
    );
    for (const { topic_id } of rows) {
      const topic = await tx.load(Topic, topic_id);
      topic.unlist();
      await tx.save(topic);
    }
    await tx.manager.query('delete from meeting_topic where meeting_id = $1', [meetingId]);
  }

  async of(manager: EntityManager, meetingId: string): Promise<AgendaItem[]> {
    const rows = await manager.query<Row[]>(
      `select topic.id as "topicId", topic.number, topic.title, topic.reporter, topic.minutes,
         coalesce((select name from org_copy where org_copy.id = topic.org_id), '') as "orgName",
         item.outcome, item.resolution, item.supervision_id as "supervisionId"
       from meeting_topic item join topic on topic.id = item.topic_id where item.meeting_id = $1 order by item.place`,
      [meetingId],
    );
    return rows.map(({ outcome, resolution, supervisionId, ...row }) => ({
      ...row,
      ...(outcome && { outcome }),
      ...(resolution && { resolution }),
      ...(supervisionId && { supervisionId }),
    }));
  }

  /** @throws DomainError `not_found` for a topic of another meeting, `oa.meeting.topic_decided` */
  async decide(tx: Tx, { meetingId, topicId, outcome, resolution }: DecideTopic): Promise<Topic> {
    const [item] = await tx.manager.query<{ outcome: string | null }[]>(
      'select outcome from meeting_topic where meeting_id = $1 and topic_id = $2 for update',
      [meetingId, topicId],
    );
    if (!item) throw new DomainError('not_found', { id: topicId });
    if (item.outcome) throw new DomainError('oa.meeting.topic_decided');
    const topic = await tx.load(Topic, topicId);
    if (outcome === 'deferred') topic.defer();
    else topic.decide(outcome, resolution);
    await tx.save(topic);
    await tx.manager.query('update meeting_topic set outcome = $3, resolution = $4 where meeting_id = $1 and topic_id = $2', [
      ...[meetingId, topicId, outcome, resolution ?? null],
    ]);
    return topic;
  }

  async supervised({ manager }: Tx, meetingId: string, topicId: string, supervisionId: string): Promise<void> {
    await manager.query('update meeting_topic set supervision_id = $3 where meeting_id = $1 and topic_id = $2', [
      meetingId,
      topicId,
      supervisionId,
    ]);
  }
}
