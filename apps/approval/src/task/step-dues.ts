import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '@karez/kernel';
import type { EntityManager } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import type { ApprovalCase } from '../case/case.entity.js';
import { type StoredLimit, limitOf } from '../case/stored-limit.js';
import { dueOf } from '../clock/due.js';
import type { Limit } from '../clock/limit.js';

interface Step {
  readonly openedAt: Date;
  readonly limitDays: number | null;
  readonly closedAt: Date | null;
}

/** 环节期限: its days from the opening of the task; what the case does not count, the step does not count either. */
export function stepLimit({ openedAt, limitDays, closedAt }: Step, limits: readonly StoredLimit[]): Limit | undefined {
  if (!limitDays) return undefined;
  const statutory = limits.find(({ kind }) => kind === 'statutory');
  const exclusions = (statutory ? limitOf(statutory).exclusions : []).filter(({ to }) => !to || to > openedAt);
  return {
    kind: 'step',
    startedAt: openedAt,
    days: limitDays,
    extension: null,
    exclusions,
    endedAt: closedAt,
    basis: '办事指南所列环节时限',
  };
}

/** Keeps the due dates of open tasks as the clock of their case derives them, for work lists. */
@Injectable()
export class StepDues {
  constructor(private readonly calendars: Calendars) {}

  async settle(manager: EntityManager, kase: ApprovalCase): Promise<void> {
    await settleSteps(manager, await this.calendars.workingCalendar(manager), kase);
  }
}

export async function settleSteps(manager: EntityManager, calendar: WorkingCalendar, kase: ApprovalCase): Promise<void> {
  if (!kase.instanceId) return;
  const open = await manager.query<(Step & { id: string })[]>(
    `select id, opened_at as "openedAt", limit_days as "limitDays", null::timestamptz as "closedAt" from workflow_task
     where instance_id = $1 and state in ('open', 'waiting') and limit_days is not null and kind <> 'consult'`,
    [kase.instanceId],
  );
  for (const task of open) {
    const { at } = dueOf(stepLimit(task, kase.limits)!, calendar);
    await manager.query('update workflow_task set due_at = $2 where id = $1', [task.id, at]);
  }
}
