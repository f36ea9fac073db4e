import { Injectable } from '@nestjs/common';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { Calendars } from '../calendar/calendars.js';
import { closeOfDay } from '../calendar/due-day.js';

/** 办结时限 of a named day: its close of business. */
@Injectable()
export class IncomingTerm {
  constructor(private readonly calendars: Calendars) {}

  /** @throws DomainError `oa.incoming.due_past` */
  async of({ manager, ctx }: Tx, day: string | undefined): Promise<Date | undefined> {
    if (!day) return undefined;
    const dueAt = closeOfDay(await this.calendars.workingCalendar(manager), day);
    if (dueAt <= ctx.now) throw new DomainError('oa.incoming.due_past', { day });
    return dueAt;
  }
}
