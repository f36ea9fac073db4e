import { oaPermissions } from '@karez/contracts-oa';
import type { Permission } from '@karez/contracts-kernel';
import { chinaDay, type Ctx, type Day, derivedId, type WorkingCalendar } from '@karez/kernel';
import { traceparent } from '@karez/messaging';
import type { DataSource } from 'typeorm';

const namespace = '7d1d0a52-1f4e-4b6c-9a43-2f0b9f3f0c77';
const permissions = Object.keys(oaPermissions) as Permission[];
const dayMs = 86_400_000;

/** One of the people who can sign in to the demonstration, in the primary post. */
export interface Player {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly orgId: string;
}

/** Who plays, where, and when: people and bodies by the names that the demonstration knows them by, moments counted back from today. */
export class Stage {
  private constructor(
    private readonly people: ReadonlyMap<string, Player>,
    private readonly bodies: ReadonlyMap<string, string>,
    private readonly calendar: WorkingCalendar,
    readonly now: Date,
  ) {}

  /** @returns nothing while identity has not told of everybody yet */
  static async set(source: DataSource, calendar: WorkingCalendar): Promise<Stage | undefined> {
    const people = await source.query<Player[]>(
      `select person.id, person.name, person.account, post.org_id as "orgId" from person_copy person
       join person_post post on post.person_id = person.id and post.is_primary join org_copy org on org.id = post.org_id`,
    );
    const bodies = await source.query<{ id: string; name: string }[]>('select id, name from org_copy');
    const stage = new Stage(
      new Map(people.map((person) => [person.account, person])),
      new Map(bodies.map(({ id, name }) => [name, id])),
      calendar,
      new Date(),
    );
    return people.length >= 50 && stage.people.has('office.secretary') ? stage : undefined;
  }

  /** @throws Error for an account that the demonstration does not have */
  person(account: string): Player {
    const found = this.people.get(account);
    if (!found) throw new Error(`nobody of the demonstration is called ${account}`);
    return found;
  }

  /** The body whose name ends so: 河湖管理处, 和田地区水利局. */
  body(name: string): string {
    const found = this.bodyIfAny(name);
    if (!found) throw new Error(`no body of the demonstration is called ${name}`);
    return found;
  }

  bodyIfAny(name: string): string | undefined {
    return this.bodies.get(name) ?? [...this.bodies].find(([each]) => each.endsWith(name))?.[1];
  }

  /** So many working days ago at a time of day in Asia/Shanghai, but never in the future. */
  at(daysAgo: number, time: string): Date {
    let day = this.now;
    for (let left = daysAgo; left > 0;) {
      day = new Date(day.getTime() - dayMs);
      if (this.calendar.isWorkingDay(chinaDay(day))) left -= 1;
    }
    const at = new Date(`${chinaDay(day)}T${time}:00+08:00`);
    return at < this.now ? at : new Date(this.now.getTime() - 15 * 60_000);
  }

  /** The day so many working days from today; negative for the past. */
  day(inDays: number): Day {
    return inDays > 0 ? this.calendar.addWorkingDays(this.now, inDays).day : chinaDay(this.at(-inDays, '12:00'));
  }

  /** Somebody acts. The key names the act: the same one is done once, however often the story is told. */
  as(account: string, at: Date, key: string): Ctx {
    const { id, name, orgId } = this.person(account);
    return {
      actor: { realm: 'staff', id, name, orgId, grants: [{ permissions, scope: 'all', orgIds: [] }], steppedUpAt: at.toISOString() },
      ...{ commandId: derivedId(key, namespace), requestDigest: key, operation: 'demonstration', trace: traceparent() },
      ...{ now: at, deadline: Date.now() + 60_000 },
    };
  }
}
