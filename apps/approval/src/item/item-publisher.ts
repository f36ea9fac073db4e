import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { checkItemSheet, type ImportedItem, type ImportProblem, type ItemSheet } from '@karez/contracts-approval';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import { Item } from './item.entity.js';
import { procedureCodeOf } from './item-procedure.js';
import { ItemProcedures } from './item-procedures.js';

/** One item as somebody brings it, and where it stands in what they brought. */
export interface BroughtItem {
  readonly where: string;
  readonly raw: Record<string, unknown>;
}
export interface CheckedItem {
  readonly sheet: ItemSheet;
  readonly windowOrgId: string;
}

/** Looks at items that are brought, and publishes them. */
@Injectable()
export class ItemPublisher {
  constructor(private readonly procedures: ItemProcedures) {}

  async check(manager: EntityManager, brought: readonly BroughtItem[]): Promise<{ good: CheckedItem[]; problems: ImportProblem[] }> {
    const good: CheckedItem[] = [];
    const problems: ImportProblem[] = [];
    const seen = new Set<string>();
    for (const { where, raw } of brought) {
      const verdict = checkItemSheet(raw);
      if ('problems' in verdict) {
        problems.push(...verdict.problems.map((problem) => ({ where, ...problem })));
        continue;
      }
      const { sheet } = verdict;
      if (seen.has(sheet.code)) problems.push({ where, field: 'code', message: `编码 ${sheet.code} 出现了两次` });
      seen.add(sheet.code);
      const windowOrgId = await bodyNamed(manager, sheet.window);
      if (windowOrgId) good.push({ sheet, windowOrgId });
      else problems.push({ where, field: 'window', message: `机构目录中没有“${sheet.window}”` });
      for (const office of new Set(sheet.steps.flatMap(({ offices }) => offices ?? [])))
        if (!(await bodyNamed(manager, office))) problems.push({ where, field: 'steps', message: `机构目录中没有“${office}”` });
    }
    return { good, problems };
  }

  /** Publishes the next version; the same sheet again changes nothing. */
  async publish(tx: Tx, { sheet, windowOrgId }: CheckedItem): Promise<ImportedItem> {
    const { manager, ctx } = tx;
    const { code, name } = sheet;
    // two imports of a new item at once: the second one waits here and finds it
    await manager.query(`select pg_advisory_xact_lock(hashtext('approval.item ' || $1))`, [code]);
    const digest = createHash('sha256')
      .update(JSON.stringify([sheet, windowOrgId]))
      .digest('hex');
    const found = await manager.findOneBy(Item, { code });
    if (found) {
      const latest = `select digest from item_version where item_id = $1 and version = $2`;
      const [same] = await manager.query<{ digest: string }[]>(latest, [found.id, found.publishedVersion]);
      if (same?.digest === digest) return { code, name, version: found.publishedVersion, unchanged: true };
    }
    const item = found ? await tx.load(Item, found.id) : Item.publishFirst(sheet, windowOrgId);
    if (found) item.publish(sheet, windowOrgId);
    await tx.save(item);
    const procedureVersion = await this.procedures.of(tx, sheet, item);
    await manager.query(
      `insert into item_version (item_id, version, sheet, digest, published_at, published_by, procedure_version)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [item.id, item.publishedVersion, JSON.stringify(sheet), digest, ctx.now, ctx.actor.id, procedureVersion],
    );
    return { code, name, version: item.publishedVersion, unchanged: false };
  }

  /** A procedure of an item was published by hand: the same guide in its next version runs on it. Of a procedure of no item nothing is to be done. */
  async runOn(tx: Tx, procedureCode: string, procedureVersion: number): Promise<void> {
    const { manager, ctx } = tx;
    const codes = await manager.query<{ id: string; code: string }[]>('select id, code from item');
    const of = codes.find(({ code }) => procedureCodeOf(code) === procedureCode);
    if (!of) return;
    await manager.query(`select pg_advisory_xact_lock(hashtext('approval.item ' || $1))`, [of.code]);
    const item = await tx.load(Item, of.id);
    const [said] = await manager.query<[{ sheet: ItemSheet }]>('select sheet from item_version where item_id = $1 and version = $2', [
      ...[item.id, item.publishedVersion],
    ]);
    item.publish(said.sheet, item.windowOrgId);
    await tx.save(item);
    // the same digest: the same sheet brought again is still the published one
    await manager.query(
      `insert into item_version (item_id, version, sheet, digest, published_at, published_by, procedure_version)
       select item_id, version + 1, sheet, digest, $3, $4, $5 from item_version where item_id = $1 and version = $2`,
      [item.id, item.publishedVersion - 1, ctx.now, ctx.actor.id, procedureVersion],
    );
  }
}

async function bodyNamed(manager: EntityManager, name: string): Promise<string | undefined> {
  const rows = await manager.query<{ id: string }[]>('select id from org_copy where name = $1 and abolished_on is null', [name]);
  return rows[0]?.id;
}
