import type { DataSource, ObjectLiteral, SelectQueryBuilder } from 'typeorm';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}
export interface Explained {
  /** Rows that the scans touched, kept or not: what a query costs, on any machine. */
  readonly touched: number;
  /** `Index Scan listing_pkey`, `Seq Scan org_copy` … */
  readonly scans: readonly string[];
}

/** Runs a query and tells what it had to read. */
export async function explained(source: DataSource, sql: string, parameters: unknown[] = []): Promise<Explained> {
  const [row] = await source.query<[{ 'QUERY PLAN': readonly [{ Plan: PlanNode }] }]>(`explain (analyze, format json) ${sql}`, parameters);
  if (process.env.KAREZ_EXPLAIN) console.log(JSON.stringify(row['QUERY PLAN'], null, 1));
  const nodes: PlanNode[] = [];
  const walk = (node: PlanNode): void => {
    nodes.push(node);
    node.Plans?.forEach(walk);
  };
  walk(row['QUERY PLAN'][0].Plan);
  const scans = nodes.filter((node) => node['Relation Name'] !== undefined);
  return {
    touched: scans.reduce((sum, node) => sum + (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'], 0),
    scans: nodes
      .filter((node) => node['Relation Name'] ?? node['Index Name'])
      .map((node) => `${node['Node Type']} ${node['Index Name'] ?? node['Relation Name']}`),
  };
}

/** The same for a query as the builder has it. */
export function explainedQuery(source: DataSource, query: SelectQueryBuilder<ObjectLiteral>): Promise<Explained> {
  const [sql, parameters] = query.getQueryAndParameters();
  return explained(source, sql, parameters);
}
