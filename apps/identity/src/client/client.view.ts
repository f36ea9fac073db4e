import type { ClientRow } from '@karez/contracts-identity';
import type { DataScope } from '@karez/contracts-kernel';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Adds what a row of clients shows to a query over `client`. */
export function selectClientRow<E extends ObjectLiteral>(query: SelectQueryBuilder<E>): SelectQueryBuilder<E> {
  return query
    .select(['client.id as id', 'client.name as name', 'client.org_id as org_id', 'org.name as org_name', 'client.state as state'])
    .addSelect(['client.permissions as permissions', 'client.scope as scope', 'client.last_signed_in_at as last_signed_in_at'])
    .addSelect(
      'array(select client_key.thumbprint from client_key where client_key.client_id = client.id order by client_key.created_at)',
      'keys',
    )
    .innerJoin('org', 'org', 'org.id = client.org_id');
}

export function toClientRow(raw: Record<string, unknown>): ClientRow {
  const row = raw as {
    id: string;
    name: string;
    org_id: string;
    org_name: string;
    state: ClientRow['state'];
    permissions: string[];
    scope: DataScope;
    keys: string[];
    last_signed_in_at: Date | null;
  };
  return {
    ...{
      id: row.id,
      name: row.name,
      orgId: row.org_id,
      orgName: row.org_name,
      state: row.state,
      permissions: row.permissions,
      scope: row.scope,
      keys: row.keys,
    },
    ...(row.last_signed_in_at ? { lastSignedInAt: row.last_signed_in_at.toISOString() } : {}),
  };
}

export async function clientView(manager: EntityManager, clientId: string): Promise<ClientRow> {
  const query = selectClientRow(manager.createQueryBuilder().from('client', 'client')).where('client.id = :clientId', { clientId });
  return toClientRow((await query.getRawOne<Record<string, unknown>>())!);
}
