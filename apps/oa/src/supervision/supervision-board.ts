import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type BodyFigures,
  type GetSupervisionBoard,
  openSupervisionStates,
  type SourceFigures,
  type SupervisionBoard,
  type SupervisionFigures,
} from '@karez/contracts-oa';
import { chinaDay, type Ctx, type Day, DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import { SupervisionLists, namesOf, rowOf } from './supervision.lists.js';
import { dueRange } from './supervision.policy.js';
import { supervisionRow } from './supervision.view.js';

const open = `state in (${openSupervisionStates.map((state) => `'${state}'`).join(', ')})`;
type Figures = Omit<SupervisionFigures, 'score'> & { readonly score: number | null };

/** 督办看板: how what is in the reader's reach stands, as counted now. */
@Injectable()
export class SupervisionBoards {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly lists: SupervisionLists,
    private readonly calendars: Calendars,
  ) {}

  /** @throws DomainError `oa.supervision.period_invalid` */
  async board(request: GetSupervisionBoard, { actor, now }: Ctx): Promise<SupervisionBoard> {
    const { from, to } = periodOf(request, now);
    const calendar = await this.calendars.workingCalendar(this.source.manager);
    const [, yellowUntil] = dueRange('yellow', calendar, now);
    const items = this.lists
      .seenBy(actor)
      .addSelect('item.score', 'score')
      .andWhere(`item.registered_at >= (:from || 'T00:00:00+08:00')::timestamptz`, { from })
      .andWhere(`item.registered_at < (:to || 'T00:00:00+08:00')::timestamptz + interval '1 day'`, { to });
    const figures = <Key extends object>(by: string, where: string): Promise<(Figures & Key)[]> =>
      this.source
        .createQueryBuilder()
        .select(by || `'' as nothing`)
        .addSelect('count(*)::int', 'total')
        .addSelect(`count(*) filter (where ${open})::int`, 'open')
        .addSelect(`count(*) filter (where ${open} and due_at >= :yellowUntil)::int`, 'green')
        .addSelect(`count(*) filter (where ${open} and due_at >= :now and due_at < :yellowUntil)::int`, 'yellow')
        .addSelect(`count(*) filter (where ${open} and due_at < :now)::int`, 'red')
        .addSelect('count(*) filter (where closed_at <= due_at)::int', 'closedInTime')
        .addSelect('count(*) filter (where closed_at > due_at)::int', 'closedLate')
        .addSelect('round(avg(score), 2)::float', 'score')
        .from(`(${items.getQuery()})`, 'seen')
        .where(where)
        .groupBy(by.replace(/ as "\w+"/g, '') || 'nothing')
        .orderBy('count(*)', 'DESC')
        .setParameters({ ...items.getParameters(), now, yellowUntil })
        .getRawMany();
    const [total] = await figures('', 'true');
    const bodies = await figures<Pick<BodyFigures, 'orgId' | 'orgName'>>(
      'lead_org_id as "orgId", lead_org_name as "orgName"',
      'lead_org_id is not null',
    );
    const sources = await figures<Pick<SourceFigures, 'source'>>('source', 'true');
    const late = await this.lists
      .seenBy(actor)
      .andWhere(`item.${open}`)
      .andWhere('item.due_at < :now', { now })
      .orderBy('item.due_at')
      .limit(20)
      .getRawMany<Record<string, unknown>>();
    return {
      ...{ from, to, total: total ? shown(total) : nothing },
      bodies: bodies.map((row) => ({ ...shown(row), orgId: row.orgId, orgName: row.orgName })),
      sources: sources.map((row) => ({ ...shown(row), source: row.source })),
      overdue: late.map((raw) => supervisionRow(rowOf(raw), namesOf(raw), calendar, now)),
    };
  }
}

const nothing: SupervisionFigures = { total: 0, open: 0, green: 0, yellow: 0, red: 0, closedInTime: 0, closedLate: 0 };
const shown = ({ total, open, green, yellow, red, closedInTime, closedLate, score }: Figures): SupervisionFigures => ({
  ...{ total, open, green, yellow, red, closedInTime, closedLate },
  ...(score !== null && { score }),
});

/** This year unless told; at most a year. */
export function periodOf({ from, to }: GetSupervisionBoard, now: Date): { readonly from: Day; readonly to: Day } {
  const today = chinaDay(now);
  const period = { from: from ?? `${(to ?? today).slice(0, 4)}-01-01`, to: to ?? today };
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000;
  if (!(days >= 0 && days <= 366)) throw new DomainError('oa.supervision.period_invalid');
  return period;
}
