import { Injectable } from '@nestjs/common';
import { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { TaskActs } from '../task/task-acts.js';
import { bodyOf } from '../task/posts.js';
import { returnableOf, type TaskRow, tasksOfRun } from '../task/task-rows.js';
import type { StoryStep } from './case-story.js';
import { contextAt, officer } from './story-people.js';

type Turn = Extract<StoryStep, { does: 'review' | 'return' }>;
const opinions: Readonly<Record<string, string>> = {
  ...{ 水资源管理处: '取水量在用水总量控制指标之内，论证报告结论可信。', 河湖管理处: '取水口位置不影响岸线和河势。' },
  ...{ 规划计划处: '与流域综合规划相符。', 水土保持处: '措施体系完整，投资估算合理。', 水旱灾害防御处: '对行洪没有不利影响。' },
};

/** What the offices and the leader write in a story. */
@Injectable()
export class Reviewing {
  constructor(private readonly acts: TaskActs) {}

  /** Everybody who has it now gives an opinion, some office minutes one after another; or the first of them sends it back. */
  async turn(manager: EntityManager, caseId: string, step: Turn, at: Date): Promise<void> {
    const [{ instanceId }] = await manager.query<[{ instanceId: string }]>('select instance_id as "instanceId" from "case" where id = $1', [
      caseId,
    ]);
    const only = step.does === 'review' ? step.only : undefined;
    const open = (await tasksOfRun(manager, instanceId)).filter(({ state, label }) => state === 'open' && (!only || label === only));
    if (step.does === 'return') return this.#sendBack(manager, open[0]!, step.reason, at);
    for (const [index, task] of open.entries()) {
      const tx = this.#as(manager, task, new Date(at.getTime() + index * 11 * 60_000));
      const objection = step.objects ? { opinion: 'disagree' as const, text: step.objects } : undefined;
      const text = opinions[task.label ?? ''];
      await this.acts.complete(tx, { taskId: task.id, ...(objection ?? { opinion: 'agree', ...(text && { text }) }) });
    }
  }

  async #sendBack(manager: EntityManager, task: TaskRow, reason: string, at: Date): Promise<void> {
    const nodes = (await returnableOf(manager, [task.id])).get(task.id);
    await this.acts.returnTo(this.#as(manager, task, at), { taskId: task.id, toNode: nodes![0]!.node, reason });
  }

  #as(manager: EntityManager, { candidates, label }: TaskRow, at: Date): Tx {
    const post = candidates[0]!.split('@')[0] as 'window' | 'review' | 'leader';
    return new Tx(manager, contextAt(at, officer(post, { id: bodyOf(candidates)!, name: label! })), 'approval');
  }
}
