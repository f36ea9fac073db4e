import { Injectable } from '@nestjs/common';
import type { AttendeeView } from '@karez/contracts-oa';
import type { Tx } from '@karez/persistence';
import { type NewTodo, Todos } from '../todo/todos.js';
import type { Meeting } from './meeting.entity.js';
import type { Topic } from './topic.entity.js';

/** What meetings and topics ask of people, in the transaction of the act that asks. */
@Injectable()
export class MeetingTodos {
  constructor(private readonly todos: Todos) {}

  async toApprove(tx: Tx, meeting: Meeting): Promise<void> {
    await this.todos.open(tx, this.#of(tx, meeting, 'approve', '审批会议', { orgId: meeting.orgId }));
  }
  /** 回执: everybody who has not answered. */
  async toReply(tx: Tx, meeting: Meeting, guests: readonly AttendeeView[]): Promise<void> {
    for (const { personId, receipt } of guests)
      if (receipt === 'none')
        await this.todos.open(tx, this.#of(tx, meeting, 'reply', '报回执', { personId }, meeting.replyBy ?? meeting.startsAt));
  }
  async toDecideLeave(tx: Tx, meeting: Meeting): Promise<void> {
    await this.todos.open(tx, this.#of(tx, meeting, 'leave', '审批请假', { personId: meeting.plannerId }, meeting.startsAt));
  }
  async toMinute(tx: Tx, meeting: Meeting): Promise<void> {
    await this.todos.open(tx, this.#of(tx, meeting, 'minute', '出纪要', { personId: meeting.plannerId }));
  }
  async done(tx: Tx, meeting: Meeting, step: 'approve' | 'reply' | 'leave' | 'minute', holderId?: string): Promise<void> {
    await this.todos.end(tx, { subjectId: meeting.id, step, ...(holderId && { holderId }) });
  }
  async drop(tx: Tx, meeting: Meeting): Promise<void> {
    await this.todos.end(tx, { subjectId: meeting.id }, 'cancelled');
  }
  urge(tx: Tx, meeting: Meeting): Promise<number> {
    return this.todos.urge(tx, meeting.id, 'reply');
  }

  /** 议题: on the desk of the body whose people review it, or of its proposer when it came back. */
  async topic(tx: Tx, topic: Topic, deskId: string): Promise<void> {
    await this.todos.end(tx, { subjectId: topic.id });
    const step = { proposed: '审核议题', reviewed: '审定议题', returned: '修改议题' }[topic.state as 'proposed' | 'reviewed' | 'returned'];
    if (!step) return;
    const holder = topic.state === 'returned' ? { personId: topic.proposerId } : { orgId: deskId };
    await this.todos.open(tx, {
      ...{ service: 'oa', kind: 'meeting', subjectId: topic.id, step: topic.state, title: topic.title, act: step },
      ...{ href: `/oa/topics/${topic.id}`, fromName: tx.ctx.actor.name, ...holder },
    });
  }

  #of(tx: Tx, { id, title }: Meeting, step: string, act: string, holder: Pick<NewTodo, 'personId' | 'orgId'>, dueAt?: Date): NewTodo {
    return {
      ...{ service: 'oa', kind: 'meeting', subjectId: id, step, title, act, href: `/oa/meetings/${id}`, fromName: tx.ctx.actor.name },
      ...{ ...holder, ...(dueAt && { dueAt }) },
    };
  }
}
