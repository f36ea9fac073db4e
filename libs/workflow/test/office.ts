import { randomUUID } from 'node:crypto';
import type { Actor, Ctx } from '@karez/kernel';
import { databaseOptions, Tx } from '@karez/persistence';
import { testDatabase, type TestDatabase } from '@karez/testing';
import {
  createWorkflowTables,
  type Moved,
  type PersonRef,
  type Procedure,
  type Seat,
  type TaskView,
  WorkflowEngine,
  type WorkflowOptions,
} from '@karez/workflow';
import { DataSource } from 'typeorm';

export const 甲: PersonRef = { id: 'p-jia', name: '甲' };
export const 乙: PersonRef = { id: 'p-yi', name: '乙' };
export const 丙: PersonRef = { id: 'p-bing', name: '丙' };
export const 丁: PersonRef = { id: 'p-ding', name: '丁' };

const actorOf = ({ id, name }: PersonRef): Actor => ({ realm: 'staff', id, name, grants: [] });
let minute = 0;
const ctxOf = (person: PersonRef): Ctx => ({
  ...{ actor: actorOf(person), commandId: randomUUID(), operation: 'cmd.test.act.v1', requestDigest: '', trace: '', deadline: 0 },
  now: new Date(Date.UTC(2026, 10, 2) + (minute += 1) * 60_000),
});

/** An office on a database of its own: seats by role, and every act one transaction as in a service. */
export class Office {
  readonly engine: WorkflowEngine;
  private constructor(
    readonly database: TestDatabase,
    readonly source: DataSource,
    seats: Readonly<Record<string, readonly Seat[]>>,
    options: Partial<WorkflowOptions>,
  ) {
    this.engine = new WorkflowEngine({ resolve: async ({ role }) => seats[role] ?? [], ...options });
  }

  static async open(seats: Readonly<Record<string, readonly Seat[]>>, options: Partial<WorkflowOptions> = {}): Promise<Office> {
    const database = await testDatabase('workflow');
    const source = await new DataSource(
      databaseOptions({ url: database.url, service: 'workflow', entities: [], migrations: [], poolSize: 10 }),
    ).initialize();
    await source.runMigrations();
    await createWorkflowTables(source);
    return new Office(database, source, seats, options);
  }
  async close(): Promise<void> {
    await this.source.destroy();
    await this.database.drop();
  }

  act<T>(person: PersonRef, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction((manager) => work(new Tx(manager, ctxOf(person), 'workflow')));
  }
  publish(procedure: Procedure): Promise<void> {
    return this.act(甲, (tx) => this.engine.publish(tx, procedure));
  }
  start(code: string, variables: Record<string, unknown> = {}): Promise<Moved> {
    return this.act(甲, (tx) => this.engine.start(tx, { code, subjectKind: 'case', subjectId: randomUUID(), variables }));
  }
  complete(person: PersonRef, task: TaskView, outcome = 'agree', variables: Record<string, unknown> = {}): Promise<Moved> {
    return this.act(person, (tx) => this.engine.complete(tx, task.id, { outcome, opinion: `${person.name}：${outcome}`, variables }));
  }
  tasks(instanceId: string): Promise<readonly TaskView[]> {
    return this.act(甲, (tx) => this.engine.tasks(tx, instanceId));
  }
  async openTasks(instanceId: string): Promise<TaskView[]> {
    return (await this.tasks(instanceId)).filter(({ state }) => state === 'open');
  }
}

/** The holder of a task by the seats of these tests. */
export const holder = (task: TaskView): PersonRef =>
  task.assignee ?? { id: task.candidates[0]!.replace('person:', ''), name: task.candidates[0]! };
