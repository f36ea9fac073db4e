import { Injectable } from '@nestjs/common';
import type { JudgeTopic, ProposeTopic, TopicAct, TopicOf, TopicView, UpdateTopic } from '@karez/contracts-oa';
import { topicStateWords } from '@karez/contracts-oa';
import { chinaDay, type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { MeetingTodos } from '../meeting-todos.js';
import { TopicDesk } from '../topic-desk.js';
import { Topic } from '../topic.entity.js';

/** 申报、修改、审核、审定、撤回议题. */
@Injectable()
export class HandleTopicHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: TopicDesk,
    private readonly todos: MeetingTodos,
  ) {}

  async propose(request: ProposeTopic, ctx: Ctx): Promise<TopicView> {
    const { topicId } = await this.unitOfWork.run(ctx, async (tx) => {
      const { id, name, orgId } = ctx.actor;
      if (!orgId) throw new DomainError('auth.out_of_scope');
      const topic = Topic.propose(request, { id, name, orgId }, await nextNumber(tx), ctx.now);
      await tx.save(topic);
      await this.#ask(tx, topic);
      return { topicId: topic.id };
    });
    return this.desk.view(topicId, ctx);
  }
  update({ topicId, version, ...written }: UpdateTopic, ctx: Ctx): Promise<TopicView> {
    return this.#act(topicId, undefined, ctx, (topic) => {
      if (topic.proposerId !== ctx.actor.id) throw new DomainError('auth.out_of_scope');
      topic.edit(written, version);
    });
  }
  review({ topicId, decision, opinion }: JudgeTopic, ctx: Ctx): Promise<TopicView> {
    return this.#act(topicId, 'review', ctx, (topic) => topic.review(decision === 'pass', opinion));
  }
  approve({ topicId, decision, opinion }: JudgeTopic, ctx: Ctx): Promise<TopicView> {
    return this.#act(topicId, 'approve', ctx, (topic) => topic.approve(decision === 'pass', opinion));
  }
  withdraw({ topicId }: TopicOf, ctx: Ctx): Promise<TopicView> {
    return this.#act(topicId, 'withdraw', ctx, (topic) => topic.withdraw());
  }

  async #act(topicId: string, act: TopicAct | undefined, ctx: Ctx, move: (topic: Topic) => void): Promise<TopicView> {
    await this.unitOfWork.run(ctx, async (tx) => {
      const topic = await this.desk.load(tx, topicId);
      if (act && !(await this.desk.actsOn(tx.manager, topic, ctx.actor)).includes(act)) await this.#refuse(tx, topic, act);
      move(topic);
      await tx.save(topic);
      await this.#ask(tx, topic);
      return { topicId };
    });
    return this.desk.view(topicId, ctx);
  }

  /** Whether it is the state or the caller that does not fit. */
  async #refuse(tx: Tx, topic: Topic, act: TopicAct): Promise<never> {
    const fits = { review: 'proposed', approve: 'reviewed', withdraw: undefined, edit: undefined, propose: undefined }[act];
    const own = act === 'withdraw' && topic.proposerId === tx.ctx.actor.id;
    if (own || (fits && topic.state !== fits)) throw new DomainError('oa.topic.act_refused', { state: topicStateWords[topic.state] });
    throw new DomainError('auth.out_of_scope');
  }
  async #ask(tx: Tx, topic: Topic): Promise<void> {
    await this.todos.topic(tx, topic, await this.desk.deskOf(tx.manager, topic.orgId));
  }
}

/** 议题号: without gaps in the year. */
async function nextNumber({ manager, ctx }: Tx): Promise<string> {
  const year = Number(chinaDay(ctx.now).slice(0, 4));
  const [{ last }] = await manager.query<[{ last: number }]>(
    `insert into topic_counter (year, last) values ($1, 1) on conflict (year) do update set last = topic_counter.last + 1 returning last`,
    [year],
  );
  return `议〔${year}〕${last}号`;
}
