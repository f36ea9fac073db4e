import { Injectable } from '@nestjs/common';
import { type NoticeColour, redNoticeDays, yellowDays } from '@karez/contracts-oa';
import { newId, type WorkingCalendar } from '@karez/kernel';
import { type DueTask, OnTask } from '@karez/messaging';
import type { Tx } from '@karez/persistence';
import { Calendars } from '../calendar/calendars.js';
import { SupervisionItem } from './supervision-item.entity.js';
import { SupervisionTodos } from './supervision-todos.js';

const kind = 'oa.supervision.notice';
interface Planned {
  readonly itemId: string;
  readonly colour: NoticeColour;
  /** The day that it was planned for, ISO 8601: an item that was extended meanwhile is not noticed for the old one. */
  readonly dueAt: string;
}
const words: Readonly<Record<NoticeColour, string>> = {
  blue: `距办结期限不足 ${yellowDays} 个工作日，请抓紧办理。`,
  yellow: '已过办结期限，请立即办结或申请延期。',
  red: `超过办结期限 ${redNoticeDays} 个工作日仍未办结，请单位负责人说明情况。`,
};

/** 督办单 that the calendar sends by itself: each colour once for one due date, however often its timer fires. */
@Injectable()
export class SupervisionNoticesTask {
  constructor(
    private readonly calendars: Calendars,
    private readonly todos: SupervisionTodos,
  ) {}

  /** Plans the three of a due date; those whose moment has passed already are left out, but for the last of them. */
  async plan(tx: Tx, { id: itemId, dueAt }: SupervisionItem): Promise<void> {
    const calendar = await this.calendars.workingCalendar(tx.manager);
    for (const [colour, at] of Object.entries(momentsOf(dueAt, calendar)) as [NoticeColour, Date][])
      if (at > tx.ctx.now) await tx.schedule(kind, at, { itemId, colour, dueAt: dueAt.toISOString() } satisfies Planned);
  }

  @OnTask(kind)
  async send(task: DueTask<Planned>): Promise<void> {
    const { itemId, colour, dueAt } = task.payload;
    await task.complete(async (tx) => {
      const item = await tx.load(SupervisionItem, itemId);
      const waits = item.state === 'assigned' || item.state === 'handling';
      if (!waits || item.dueAt.toISOString() !== dueAt) return;
      await this.write(tx, item, { colour, text: words[colour] });
    });
  }

  /** @returns whether it was written: the calendar's own is written once for a colour and a due date */
  async write(tx: Tx, item: SupervisionItem, { colour, text }: { readonly colour: NoticeColour; readonly text: string }): Promise<boolean> {
    const { realm, id, name } = tx.ctx.actor;
    const by = realm === 'staff' ? { id, name } : null;
    const reached = await this.todos.urge(tx, item);
    const written = await tx.manager.query<object[]>(
      `insert into supervision_notice (id, item_id, colour, text, by_id, by_name, due_at, reached, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
      [...[newId(), item.id, colour, text, by?.id ?? null, by?.name ?? null], ...[item.dueAt, reached, tx.ctx.now]],
    );
    if (!written.length) return false;
    item.urge();
    await tx.save(item);
    return true;
  }
}

/** When each colour is due: yellow begins, the day has passed, so many working days more. */
export function momentsOf(dueAt: Date, calendar: WorkingCalendar): Record<NoticeColour, Date> {
  let day = dueAt;
  // backwards day by day until as many working days lie between as make an item yellow
  while (calendar.workingDaysBetween(day, dueAt) < yellowDays) day = new Date(day.getTime() - 86_400_000);
  return { blue: day, yellow: new Date(dueAt.getTime() + 1_000), red: calendar.addWorkingDays(dueAt, redNoticeDays).at };
}
