import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { Permission } from '@karez/contracts-kernel';
import type { Actor } from '@karez/kernel';
import { DataSource } from 'typeorm';

/** Whether a caller's permission reaches a body. */
@Injectable()
export class Reach {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  async has(actor: Actor, permission: Permission, orgId: string): Promise<boolean> {
    const { sql, params } = scopeSql(actor, permission, { org: 'org.id' });
    if (sql === 'false') return false;
    const query = this.source.createQueryBuilder().select('1', 'one').from('(select :orgId::uuid as id)', 'org');
    return (await query.setParameter('orgId', orgId).where(sql, params).getRawOne()) !== undefined;
  }
}
