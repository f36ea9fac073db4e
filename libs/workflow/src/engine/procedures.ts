import { createHash } from 'node:crypto';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { checkProcedure } from '../procedure/check-procedure.js';
import { ProcedureMap } from '../procedure/procedure-map.js';
import type { Procedure } from '../procedure/procedure.js';
import type { WorkflowOptions } from './engine.types.js';

/** JSON with the keys of objects in order: jsonb forgets the order in which they were written. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}
const digestOf = (procedure: Procedure): string =>
  createHash('sha256')
    .update(JSON.stringify(ordered(procedure)))
    .digest('hex');

/** Published procedures of the engine's one database; a version never changes, so what was read once is kept. */
export class Procedures {
  readonly #known = new Map<string, ProcedureMap>();

  constructor(private readonly options: WorkflowOptions) {}

  async publish(tx: Tx, procedure: Procedure): Promise<void> {
    const { code, version, title } = procedure;
    const findings = checkProcedure(procedure, { roles: this.options.roles, handlers: Object.keys(this.options.handlers ?? {}) });
    const count = findings.filter(({ severity }) => severity === 'error').length;
    if (count > 0) throw new DomainError('workflow.procedure_refused', { code, count }, { findings });
    // two publishers of one code follow each other
    await tx.manager.query(`select pg_advisory_xact_lock(hashtext('workflow_procedure'), hashtext($1))`, [code]);
    const rows = await tx.manager.query<{ version: number; digest: string }[]>(
      'select version, digest from workflow_procedure where code = $1',
      [code],
    );
    const digest = digestOf(procedure);
    const same = rows.find((row) => row.version === version);
    if (same && same.digest !== digest) throw new DomainError('workflow.version_taken', { code, version });
    if (same) return;
    const expected = Math.max(0, ...rows.map((row) => row.version)) + 1;
    if (version !== expected) throw new DomainError('workflow.version_order', { code, expected });
    await tx.manager.query(
      `insert into workflow_procedure (code, version, title, definition, digest, published_at, published_by) values ($1, $2, $3, $4, $5, $6, $7)`,
      [code, version, title, JSON.stringify(procedure), digest, tx.ctx.now, tx.ctx.actor.id],
    );
    // read within a publication that did not come to its end, it may have been another
    this.#known.delete(keyOf(code, version));
    tx.touch('workflow_procedure', keyOf(code, version));
  }

  /** The newest version unless one is named. @throws DomainError `workflow.procedure_unknown` */
  async find(tx: Tx, code: string, version?: number): Promise<ProcedureMap> {
    const known = version === undefined ? undefined : this.#known.get(keyOf(code, version));
    if (known) return known;
    const [row] = await tx.manager.query<[{ definition: Procedure }?]>(
      `select definition from workflow_procedure where code = $1 and ($2::int is null or version = $2) order by version desc limit 1`,
      [code, version ?? null],
    );
    if (!row) throw new DomainError('workflow.procedure_unknown', { code, version: version ?? '' });
    const map = new ProcedureMap(row.definition);
    this.#known.set(keyOf(code, row.definition.version), map);
    return map;
  }
}

const keyOf = (code: string, version: number): string => `${code}@${version}`;
