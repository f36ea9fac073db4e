import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { scopeSql } from '@karez/auth';
import type { Permission } from '@karez/contracts-kernel';
import { type Ctx, DomainError } from '@karez/kernel';
import { DataSource } from 'typeorm';
import { Bodies } from './bodies.js';
import { type Body, exchanges } from './body.js';

/** The body in whose name a caller acts. */
@Injectable()
export class ActingBody {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly bodies: Bodies,
  ) {}

  /**
   * The body that is named, or the nearest at or above the caller's own unit; within the reach of the caller's permission.
   * @throws DomainError `exchange.document.body_unknown`
   */
  async of({ actor }: Ctx, permission: Permission, orgId?: string): Promise<Body> {
    const { manager } = this.source;
    const body = orgId
      ? await this.bodies.find(manager, orgId)
      : actor.orgId
        ? await this.bodies.actingFor(manager, actor.orgId)
        : undefined;
    if (!body || !exchanges(body) || body.nodeId !== null) throw new DomainError('exchange.document.body_unknown');
    const { sql, params } = scopeSql(actor, permission, { org: 'org.id' });
    const reached = this.source.createQueryBuilder().select('1', 'one').from('org_copy', 'org').where('org.id = :id', { id: body.id });
    if (!(await reached.andWhere(sql, params).getRawOne())) throw new DomainError('exchange.document.body_unknown');
    return body;
  }
}
