import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { GetProcedure, ListProcedures, ProcedureRow, ProcedureView } from '@karez/contracts-approval';
import type { Page } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';
import { keysetPage, type Order } from '@karez/persistence';
import { writeBpmn, type Procedure } from '@karez/workflow';
import { DataSource, type EntityManager } from 'typeorm';

const orders: Record<'code', Order> = { code: { by: [{ sql: 'procedure.code', cast: 'text' }], direction: 'asc' } };
const running = `(select count(*)::int from workflow_instance instance
  where instance.code = procedure.code and instance.version = procedure.version and instance.state in ('running', 'suspended'))`;
interface Columns {
  readonly code: string;
  readonly version: number;
  readonly name: string;
  readonly publishedAt: Date;
  readonly running: number;
}

/** Published procedures; each list line is the newest version of its code. */
@Injectable()
export class ProcedureLists {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  page(request: ListProcedures): Promise<Page<ProcedureRow>> {
    const query = this.source.createQueryBuilder().from('workflow_procedure', 'procedure');
    query.select('procedure.code', 'code').addSelect('procedure.version', 'version').addSelect('procedure.title', 'name');
    query.addSelect('procedure.published_at', 'publishedAt').addSelect(running, 'running');
    query.where(
      'not exists (select 1 from workflow_procedure later where later.code = procedure.code and later.version > procedure.version)',
    );
    if (request.q)
      query.andWhere('(procedure.code ilike :q or procedure.title ilike :q)', { q: `%${request.q.replace(/[\\%_]/g, '\\$&')}%` });
    return keysetPage(query, request, { orders, view: (raw) => row(raw as unknown as Columns) });
  }

  /** The newest version unless one is named. @throws DomainError `approval.procedure.unknown` */
  async get({ code, version }: GetProcedure, manager: EntityManager = this.source.manager): Promise<ProcedureView> {
    const [found] = await manager.query<(Columns & { definition: Procedure })[]>(
      `select code, version, title as name, published_at as "publishedAt", definition, ${running} as running from workflow_procedure procedure
       where code = $1 and ($2::int is null or version = $2) order by version desc limit 1`,
      [code, version ?? null],
    );
    if (!found) throw new DomainError('approval.procedure.unknown', { code });
    return { ...row(found), definition: { ...found.definition } };
  }

  /** As it was drawn, else as Karez draws it. */
  async bpmn(request: GetProcedure): Promise<string> {
    const { code, version, definition } = await this.get(request);
    const [drawn] = await this.source.query<{ xml: string }[]>('select xml from procedure_drawing where code = $1 and version = $2', [
      ...[code, version],
    ]);
    return drawn?.xml ?? writeBpmn(definition as unknown as Procedure);
  }
}

const row = ({ code, version, name, publishedAt, running: cases }: Columns): ProcedureRow => ({
  ...{ code, version, name, publishedAt: publishedAt.toISOString(), running: cases },
});
