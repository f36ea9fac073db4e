import type { AuditRow, ListAudit } from '@karez/contracts-identity';
import type { Page } from '@karez/contracts-kernel';
import { scopeSql } from '@karez/auth';
import type { Actor } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import type { EntityManager } from 'typeorm';

const orders: Record<string, Order> = {
  newest: {
    by: [
      { sql: 'audit_entry.at', cast: 'timestamptz' },
      { sql: 'audit_entry.id', cast: 'uuid' },
    ],
    direction: 'desc',
  },
};
const columns = [
  'id',
  'at',
  'service',
  'operation',
  'summary',
  'realm',
  'actor_id',
  'actor_name',
  'org_id',
  'org_name',
  'address',
  'targets',
  'outcome',
  'trace',
];

/** The acts of the bodies that the caller reaches; acts of nobody in particular are seen by who reaches everything. */
export function listAudit(manager: EntityManager, request: ListAudit, actor: Actor): Promise<Page<AuditRow>> {
  const { actorId, operation, outcome, from, to } = request;
  const { sql, params } = scopeSql(actor, 'identity.audit.read', { org: 'audit_entry.org_id', person: 'audit_entry.actor_id' });
  const query = manager
    .createQueryBuilder()
    .select(columns.map((column) => `audit_entry.${column} as ${column}`))
    .from('audit_entry', 'audit_entry')
    .where(sql, params);
  if (actorId) query.andWhere('audit_entry.actor_id = :actorId', { actorId });
  if (operation) query.andWhere('audit_entry.operation = :operation', { operation });
  if (outcome) query.andWhere('audit_entry.outcome = :outcome', { outcome });
  if (from) query.andWhere('audit_entry.at >= :from::timestamptz', { from });
  if (to) query.andWhere('audit_entry.at <= :to::timestamptz', { to });
  return keysetPage(query, request, { orders, view: toAuditRow });
}

interface Raw extends Pick<AuditRow, 'id' | 'service' | 'operation' | 'summary' | 'realm' | 'targets' | 'outcome' | 'trace'> {
  readonly at: Date;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly org_id: string | null;
  readonly org_name: string | null;
  readonly address: string | null;
}

function toAuditRow(raw: Record<string, unknown>): AuditRow {
  const row = raw as unknown as Raw;
  return {
    ...{ id: row.id, at: row.at.toISOString(), service: row.service, operation: row.operation, summary: row.summary, realm: row.realm },
    ...{ actorId: row.actor_id, actorName: row.actor_name, targets: row.targets, outcome: row.outcome, trace: row.trace },
    ...(row.org_id ? { orgId: row.org_id, orgName: row.org_name ?? '' } : {}),
    ...(row.address ? { address: row.address } : {}),
  };
}
