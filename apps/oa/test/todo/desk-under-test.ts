import { OrgChanged, PersonChanged } from '@karez/contracts-identity';
import type { EventClass, EventEnvelope, Permission } from '@karez/contracts-kernel';
import type { TodoKind } from '@karez/contracts-oa';
import { type Ctx, newId } from '@karez/kernel';
import { Inbox, traceparent } from '@karez/messaging';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { OrgCopy } from '@karez/service';
import { PersonCopy } from '../../src/people/person-copy.reaction.js';
import { type NewTodo, Todos } from '../../src/todo/todos.js';
import { type Caller, OaUnderTest } from '../oa-under-test.js';

/** Somebody with a post, as identity told of them. */
export interface Worker extends Caller {
  readonly id: string;
  readonly name: string;
}
interface Told {
  readonly producer: string;
  readonly aggregateId: string;
  readonly sequence?: number;
}

/** An office with people at their desks, and work that is put on them. */
export class DeskUnderTest {
  private constructor(readonly oa: OaUnderTest) {}

  static async open(): Promise<DeskUnderTest> {
    return new DeskUnderTest(await OaUnderTest.start());
  }

  async body(name: string): Promise<string> {
    const id = newId();
    const told = { data: new OrgChanged(id, name, 'office', null, null, null) } as EventEnvelope<OrgChanged>;
    await this.oa.database.transaction((manager) => this.oa.service.app.get(OrgCopy).keep(told, { manager }));
    return id;
  }

  async worker(name: string, orgId: string, permissions: readonly Permission[] = []): Promise<Worker> {
    const caller = await this.oa.caller({ permissions: ['oa.todo.read', ...permissions] }, orgId);
    const { id } = caller.actor;
    await this.person(id, name, orgId);
    const named = await this.oa.callerWith({ ...caller.actor, name });
    return { ...named, id, name };
  }

  async person(id: string, name: string, orgId: string, state: 'active' | 'disabled' = 'active'): Promise<void> {
    const posts = [{ orgId, title: '岗', primary: true }];
    const told = { data: new PersonChanged(id, name, state).with({ account: id, nameSort: name, posts }) } as EventEnvelope<PersonChanged>;
    await this.oa.database.transaction((manager) => this.oa.service.app.get(PersonCopy).keep(told, { manager }));
  }

  /** As a command of that caller, at that moment. */
  act<R extends object>(as: Caller, work: (tx: Tx) => Promise<R>, now = new Date()): Promise<R> {
    const ctx: Ctx = {
      ...{ actor: as.actor, commandId: newId(), requestDigest: '', operation: 'spec', trace: traceparent() },
      ...{ now, deadline: Date.now() + 30_000 },
    };
    return this.oa.service.app.get(UnitOfWork).run(ctx, work);
  }

  async ask(as: Caller, todo: Partial<NewTodo> & { kind?: TodoKind }, now?: Date): Promise<{ id: string; subjectId: string }> {
    const subjectId = todo.subjectId ?? newId();
    const whole: NewTodo = {
      ...{ service: 'oa', kind: 'supervision', step: 'handle', title: '冬灌用水核查', act: '办理', href: `/oa/supervision/${subjectId}` },
      ...todo,
      subjectId,
    };
    return this.act(as, async (tx) => ({ id: await this.oa.service.app.get(Todos).open(tx, whole), subjectId }), now);
  }

  end(as: Caller, subjectId: string, holderId?: string): Promise<{ ended: number }> {
    const which = { subjectId, ...(holderId && { holderId }) };
    return this.act(as, async (tx) => ({ ended: await this.oa.service.app.get(Todos).end(tx, which) }));
  }

  /** An event of another service arrives. */
  hear(data: object, { producer, aggregateId, sequence = 0 }: Told): Promise<unknown> {
    const { subject, aggregate } = data.constructor as unknown as EventClass;
    const event: EventEnvelope = {
      ...{ id: newId(), subject, producer, aggregate, aggregateId, sequence, occurredAt: new Date().toISOString() },
      ...{ trace: traceparent(), data },
    };
    return this.oa.service.app.get(Inbox).apply(event);
  }
}
