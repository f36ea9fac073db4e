import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '@karez/kernel';
import type { EntityManager } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { dueOf } from '../clock/due.js';
import type { ApprovalCase } from './case.entity.js';
import { limitOf, runningOf } from './stored-limit.js';

/** Works out the nearest due date of a case by the calendar, for lists and rounds. */
@Injectable()
export class CaseDues {
  constructor(private readonly calendars: Calendars) {}

  async settle(manager: EntityManager, kase: ApprovalCase): Promise<void> {
    settleBy(await this.calendars.workingCalendar(manager), kase);
  }
}

export function settleBy(calendar: WorkingCalendar, kase: ApprovalCase): void {
  const dues = kase.isOpen ? runningOf(kase.limits).map((limit) => dueOf(limitOf(limit), calendar)) : [];
  const nearest = dues.filter(({ at }) => at).sort((one, other) => one.at!.getTime() - other.at!.getTime())[0];
  kase.dueBy(nearest?.at ?? null, nearest?.provisional ?? false);
}
