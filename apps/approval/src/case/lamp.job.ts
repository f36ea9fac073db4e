import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Lamp } from '@karez/contracts-approval';
import { chinaDay } from '@karez/kernel';
import type { Watch } from '@karez/messaging';
import { Tx } from '@karez/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { lampAt } from '../clock/lamp.policy.js';
import { jobContext } from '../jobs/job-context.js';
import { ApprovalCase } from './case.entity.js';
import { CaseLog } from './case-log.js';

const batch = 500;
const rungs: readonly Lamp[] = ['none', 'signal', 'yellow', 'red'];
const words: Readonly<Record<Exclude<Lamp, 'none'>, string>> = {
  ...{ signal: '预警：距届满日不足两个工作日', yellow: '黄牌：今日届满', red: '红牌：已超过期限' },
};
interface LateStep {
  readonly id: string;
  readonly caseId: string;
  readonly name: string;
}

/** The warning ladder: each rung is told once of a due date, and once of a step that is late though the whole is not. */
@Injectable()
export class LampJob {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendars: Calendars,
    private readonly log: CaseLog,
    @Inject('Watch') private readonly watch: Watch,
  ) {}

  async run(): Promise<void> {
    const calendar = await this.calendars.workingCalendar(this.source.manager);
    const [{ now }] = await this.source.query<[{ now: Date }]>('select clock_timestamp() as now');
    const near = await this.source.query<{ id: string; dueAt: Date; lampTold: Lamp }[]>(
      `select id, due_at as "dueAt", lamp_told as "lampTold" from "case"
       where state in ('submitted', 'accepted', 'decided') and due_at <= $1 and lamp_told <> 'red' order by due_at limit ${batch}`,
      [calendar.addWorkingDays(now, 1).at],
    );
    for (const { id, dueAt, lampTold } of near)
      if (isNext(lampAt(calendar, dueAt, now), lampTold)) await this.#try(id, () => this.#show(id));
    for (const step of await this.#lateSteps()) await this.#try(step.caseId, () => this.#late(step));
  }

  #show(id: string): Promise<void> {
    return this.#on(async (tx) => {
      const kase = await tx.load(ApprovalCase, id);
      const calendar = await this.calendars.workingCalendar(tx.manager);
      const lamp = kase.isOpen ? lampAt(calendar, kase.dueAt, tx.ctx.now) : 'none';
      if (lamp === 'none' || !isNext(lamp, kase.lampTold)) return;
      kase.lampShown(lamp);
      await tx.save(kase);
      await this.log.note(tx, id, { kind: 'lamp', text: `${words[lamp]}（${chinaDay(kase.dueAt!)}）` });
    });
  }

  #lateSteps(): Promise<LateStep[]> {
    return this.source.query(
      `select task.id, instance.subject_id as "caseId", task.node_name as name
       from workflow_task task join workflow_instance instance on instance.id = task.instance_id and instance.state = 'running'
       where task.state = 'open' and task.due_at < clock_timestamp() and not exists (select 1 from task_lamp told where told.task_id = task.id)
       order by task.due_at limit ${batch}`,
    );
  }

  #late({ id, caseId, name }: LateStep): Promise<void> {
    return this.#on(async (tx) => {
      const kase = await tx.load(ApprovalCase, caseId);
      if (!(await firstTime(tx.manager, id))) return;
      kase.tell('lamp');
      await tx.save(kase);
      await this.log.note(tx, caseId, { kind: 'lamp', text: `环节“${name}”已超过环节期限` });
    });
  }

  #on(work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.source.transaction(async (manager) => {
      const [{ now }] = await manager.query<[{ now: Date }]>('select clock_timestamp() as now');
      await work(new Tx(manager, jobContext('showLamp', now), 'approval'));
    });
  }
  /** One case that cannot be told of does not keep the others from it. */
  #try(id: string, work: () => Promise<void>): Promise<void> {
    return work().catch((error: unknown) => this.watch.healing(`lamp of case ${id}`, error));
  }
}

const isNext = (lamp: Lamp, told: Lamp): boolean => rungs.indexOf(lamp) > rungs.indexOf(told);
async function firstTime(manager: EntityManager, taskId: string): Promise<boolean> {
  const told = await manager.query<unknown[]>(
    `insert into task_lamp (task_id, lamp) select id, 'red' from workflow_task where id = $1 and state = 'open' and due_at < clock_timestamp()
     on conflict do nothing returning task_id`,
    [taskId],
  );
  return told.length > 0;
}
