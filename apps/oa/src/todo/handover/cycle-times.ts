import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { CycleTime, CycleTimes, GetCycleTimes, TodoKind } from '@karez/contracts-oa';
import { type Ctx, DomainError, type WorkingCalendar } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { Calendars } from '../../calendar/calendars.js';

const dayMs = 86_400_000;
/** So many, the latest, are read; beyond it a share says as much as all. */
const mostRead = 20_000;
interface Done {
  readonly kind: TodoKind;
  readonly org_id: string;
  readonly org_name: string;
  readonly opened_at: Date;
  readonly ended_at: Date;
  readonly due_at: Date | null;
}

/** 办理时长 in hours of office time: of what was asked of a body or of its people, as far as the caller reaches. */
@Injectable()
export class CycleTimesReading {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly calendars: Calendars,
  ) {}

  /** @throws DomainError `oa.todo.period` */
  async of({ from, to }: GetCycleTimes, { actor }: Ctx): Promise<CycleTimes> {
    const [begin, end] = [new Date(`${from}T00:00:00+08:00`), new Date(Date.parse(`${to}T00:00:00+08:00`) + dayMs)];
    if (end <= begin || end.getTime() - begin.getTime() > 366 * dayMs) throw new DomainError('oa.todo.period');
    const { sql, params } = scopeSql(actor, 'oa.todo.statistics', { org: 'org.id' });
    const rows = await this.source
      .createQueryBuilder()
      .select(['todo.kind as kind', 'org.id as org_id', 'org.name as org_name'])
      .addSelect(['todo.opened_at as opened_at', 'todo.ended_at as ended_at', 'todo.due_at as due_at'])
      .from('todo', 'todo')
      .leftJoin('person_post', 'post', 'post.person_id = todo.person_id and post.place = 0')
      .innerJoin('org_copy', 'org', 'org.id = coalesce(todo.org_id, post.org_id)')
      .where(`todo.state = 'done' and todo.ended_at >= :begin and todo.ended_at < :end`, { begin, end })
      .andWhere(sql, params)
      .orderBy('todo.ended_at', 'DESC')
      .limit(mostRead)
      .getRawMany<Done>();
    const calendar = await this.calendars.workingCalendar(this.source.manager);
    const byKind = grouped(rows, ({ kind }) => kind).map(([kind, of]) => ({ kind, ...timed(of, calendar) }));
    const byBody = grouped(rows, ({ org_id }) => org_id).map(([orgId, of]) => ({
      orgId,
      orgName: of[0]!.org_name,
      ...timed(of, calendar),
    }));
    const mostFirst = (one: CycleTime, other: CycleTime) => other.count - one.count;
    return {
      ...{ from, to, read: rows.length, byKind: byKind.sort(mostFirst), byBody: byBody.sort(mostFirst) },
      ...(rows.length && { total: timed(rows, calendar) }),
    };
  }
}

function grouped<Key extends string>(rows: readonly Done[], by: (row: Done) => Key): [Key, Done[]][] {
  const groups = new Map<Key, Done[]>();
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row]);
  return [...groups];
}

/** Median and 90th percentile are of what happened (nearest rank), not of a curve through it. */
export function timed(rows: readonly Pick<Done, 'opened_at' | 'ended_at' | 'due_at'>[], calendar: WorkingCalendar): CycleTime {
  const hours = rows.map(({ opened_at, ended_at }) => calendar.workingMinutesBetween(opened_at, ended_at) / 60).sort((a, b) => a - b);
  const at = (share: number) => Math.round(hours[Math.max(0, Math.ceil(share * hours.length) - 1)]! * 10) / 10;
  const termed = rows.filter(({ due_at }) => due_at !== null);
  const late = termed.filter(({ due_at, ended_at }) => ended_at > due_at!).length;
  return { count: rows.length, medianHours: at(0.5), p90Hours: at(0.9), overdueShare: termed.length ? late / termed.length : 0 };
}
