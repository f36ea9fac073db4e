import type { ClientRow, ListClients } from '@karez/contracts-identity';
import type { Page } from '@karez/contracts-kernel';
import { scopeSql } from '@karez/auth';
import type { Actor } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import type { DataSource } from 'typeorm';
import { selectClientRow, toClientRow } from './client.view.js';

const orders: Record<string, Order> = { newest: { by: [{ sql: 'client.id', cast: 'uuid' }], direction: 'desc' } };

/** The systems of the bodies that the caller reaches. */
export function listClients(source: DataSource, request: ListClients, actor: Actor): Promise<Page<ClientRow>> {
  const { sql, params } = scopeSql(actor, 'identity.client.read', { org: 'client.org_id' });
  return keysetPage(selectClientRow(source.createQueryBuilder().from('client', 'client')).where(sql, params), request, {
    orders,
    view: toClientRow,
  });
}
