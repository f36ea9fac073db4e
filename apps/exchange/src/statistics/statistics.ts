import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { ExchangeStatistics, GetStatistics } from '@karez/contracts-exchange';
import type { Actor, Ctx, WorkingCalendar } from '@karez/kernel';
import { DataSource, type EntityManager, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { Deadlines } from '../deadline/deadlines.js';
import { type Period, periodOf } from './period.js';
import { type Portion, tally } from './tally.js';

interface Received extends Portion {
  /** Milliseconds since the epoch: arrival and sign-for of each that was signed for. */
  readonly arrivals: readonly number[] | null;
  readonly signatures: readonly number[] | null;
}

/** 交换统计 of the bodies that a caller reaches, from the rows as they stand; `fold.ts` has the same from the events. */
@Injectable()
export class Statistics {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly deadlines: Deadlines,
  ) {}

  /** @throws DomainError `exchange.statistics.period` */
  async of(request: GetStatistics, { actor, now }: Ctx): Promise<ExchangeStatistics> {
    const period = periodOf(request, now);
    const asked = { period, orgId: request.orgId };
    // both halves are of one moment
    const portions = await this.source.transaction('REPEATABLE READ', async (manager) => {
      const calendar = await this.deadlines.calendar(manager);
      const sent = await sentBy(bodiesOf(manager, actor, asked.orgId), period).getRawMany<Portion>();
      const received = await receivedBy(bodiesOf(manager, actor, asked.orgId), period).getRawMany<Received>();
      return [...sent, ...received.map((portion) => withMinutes(portion, calendar))];
    });
    return { from: period.from, to: period.to, at: now.toISOString(), ...tally(portions) };
  }
}

/** The bodies in reach come first: what they sent and received is then found by body and time, however much the others did. */
export function bodiesOf(manager: EntityManager, actor: Actor, orgId: string | undefined): SelectQueryBuilder<ObjectLiteral> {
  const { sql, params } = scopeSql(actor, 'exchange.statistics.read', { org: 'org.id' });
  const query = manager.createQueryBuilder().select('org.id', 'orgId').addSelect('org.name', 'orgName').from('org_copy', 'org');
  if (orgId) query.andWhere('org.id = :orgId', { orgId });
  return query.andWhere(sql, params);
}

const dayOf = (moment: string): string => `(${moment} at time zone 'Asia/Shanghai')::date::text`;

export function sentBy(bodies: SelectQueryBuilder<ObjectLiteral>, { begin, end }: Period): SelectQueryBuilder<ObjectLiteral> {
  const day = dayOf('delivery.sent_at');
  return bodies
    .addSelect(day, 'day')
    .addSelect('count(*)::int', 'sent')
    .innerJoin('delivery', 'delivery', 'delivery.org_id = org.id and delivery.sent_at >= :begin and delivery.sent_at < :end', {
      begin,
      end,
    })
    .groupBy('org.id')
    .addGroupBy(day);
}

/** When it was signed for; what was returned or taken back afterwards keeps that in its timeline only. */
const signedAt = `case custody.state when 'signed_for' then custody.decided_at else (
  select event.at from delivery_event event where event.delivery_id = custody.id and event.side = 'recipient' and event.kind = 'signed_for') end`;
const signed = `custody.state in ('signed_for', 'returned', 'revoked')`;
const milliseconds = (moment: string): string => `(extract(epoch from ${moment}) * 1000)::float8`;
const counting = (condition: string): string => `(count(*) filter (where ${condition}))::int`;

export function receivedBy(bodies: SelectQueryBuilder<ObjectLiteral>, { begin, end }: Period): SelectQueryBuilder<ObjectLiteral> {
  const day = dayOf('custody.arrived_at');
  const within = 'custody.org_id = org.id and not custody.tombstone and custody.arrived_at >= :begin and custody.arrived_at < :end';
  return bodies
    .addSelect(day, 'day')
    .addSelect('count(*)::int', 'received')
    .addSelect(counting(signed), 'signed')
    .addSelect(counting(`custody.state = 'rejected'`), 'rejected')
    .addSelect(counting(`custody.state = 'recalled'`), 'recalled')
    .addSelect(counting(`custody.state = 'returned'`), 'returned')
    .addSelect(counting(`custody.state = 'delivered'`), 'waiting')
    .addSelect(counting('custody.overdue_at is not null'), 'overdue')
    .addSelect('sum(custody.urged)::int', 'urged')
    .addSelect(`array_agg(${milliseconds('custody.arrived_at')} order by custody.id) filter (where ${signed})`, 'arrivals')
    .addSelect(`array_agg(${milliseconds(signedAt)} order by custody.id) filter (where ${signed})`, 'signatures')
    .innerJoin('custody', 'custody', within, { begin, end })
    .groupBy('org.id')
    .addGroupBy(day);
}

function withMinutes({ arrivals, signatures, ...counts }: Received, calendar: WorkingCalendar): Portion {
  const minutesToSign = (arrivals ?? []).map((arrived, index) =>
    calendar.workingMinutesBetween(new Date(arrived), new Date(signatures?.[index] ?? arrived)),
  );
  return { ...counts, minutesToSign };
}
