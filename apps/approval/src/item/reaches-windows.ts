import { scopeSql } from '@karez/auth';
import type { Permission } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';

/**
 * What holds for every window (the calendar, the procedures) is not changed by one who answers for some of them.
 * @throws DomainError `auth.out_of_scope`
 */
export async function assertReachesWindows({ manager, ctx }: Tx, permission: Permission): Promise<void> {
  const { sql, params } = scopeSql(ctx.actor, permission, { org: 'item.window_org_id' });
  const beyond = await manager
    .createQueryBuilder()
    .select('1', 'one')
    .from('item', 'item')
    .where(`not (${sql})`, params)
    .limit(1)
    .getRawOne<object>();
  if (beyond) throw new DomainError('auth.out_of_scope');
}
