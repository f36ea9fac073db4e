import { Injectable } from '@nestjs/common';
import { type CaseMaterial, holdsFor, type ItemSheet, type MaterialMode, type MaterialRequirement, type MaterialVerdict, type PutMaterial } from '@karez/contracts-approval'; // prettier-ignore
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import type { EntityManager } from 'typeorm';
import type { ApprovalCase } from '../case/case.entity.js';
import type { FileOfCase } from './case-files.js';

const attorney: MaterialRequirement = {
  ...{ code: 'power_of_attorney', name: '授权委托书', form: 'original', copies: 1, required: true, source: '申请人自备' },
  ...{ reviewPoints: ['委托事项和权限明确', '委托人签字或盖章'], mayFollow: false, byPromise: false },
};
type Asking = Pick<ApprovalCase, 'values' | 'agentName'>;

/** What the item may ask for: its own list, and the power of attorney where an agent applies. */
export const listOf = ({ materials }: ItemSheet, { agentName }: Asking): MaterialRequirement[] =>
  agentName ? [...materials, attorney] : materials;
export const isAsked = ({ required, when }: MaterialRequirement, { values }: Asking): boolean =>
  required && (!when || holdsFor(when, values));

interface StoredMaterial {
  readonly code: string;
  readonly mode: MaterialMode;
  readonly verdict: MaterialVerdict;
  readonly remark: string | null;
}
export interface StoredFile {
  readonly code: string;
  readonly fileId: string;
  readonly name: string;
  readonly size: string;
  readonly readable: boolean;
  readonly attachedAt: Date;
}

/** What was handed in for each material, and what the window found. */
@Injectable()
export class CaseMaterials {
  /** @throws DomainError `approval.case.material_unknown`, `approval.case.material_mode` */
  assertMode(sheet: ItemSheet, kase: Asking, { code, mode, fileIds }: PutMaterial): void {
    const asked = listOf(sheet, kase).find((each) => each.code === code);
    if (!asked) throw new DomainError('approval.case.material_unknown', { code });
    const allowed = mode === 'files' || (mode === 'to_follow' ? asked.mayFollow : asked.byPromise);
    if (!allowed || (mode === 'to_follow' && fileIds.length)) throw new DomainError('approval.case.material_mode', { name: asked.name });
  }

  /** Sets what stands for one material. The window looks at it anew. */
  async put(tx: Tx, caseId: string, { code, mode }: PutMaterial, files: readonly FileOfCase[]): Promise<void> {
    await tx.manager.query(
      `insert into case_material (case_id, code, mode, verdict) values ($1, $2, $3, 'unseen')
       on conflict (case_id, code) do update set mode = $3, verdict = 'unseen', remark = null`,
      [caseId, code, mode],
    );
    await tx.manager.query('delete from case_file where case_id = $1 and code = $2 and file_id <> all($3::uuid[])', [
      ...[caseId, code, files.map(({ id }) => id)],
    ]);
    for (const [ordinal, { id, name, size, readable }] of files.entries())
      await tx.manager.query(
        `insert into case_file (case_id, code, file_id, ordinal, name, size, readable, attached_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (case_id, code, file_id) do update set ordinal = $4, readable = $7`,
        [...[caseId, code, id, ordinal, name, size, readable, tx.ctx.now]],
      );
  }

  async review(manager: EntityManager, caseId: string, code: string, verdict: MaterialVerdict, remark: string | undefined): Promise<void> {
    const [found] = await manager.query<[unknown[], number]>(
      'update case_material set verdict = $3, remark = $4 where case_id = $1 and code = $2 returning code',
      [caseId, code, verdict, remark ?? null],
    );
    if (!found.length) throw new DomainError('approval.case.material_unknown', { code });
  }

  files(manager: EntityManager, caseId: string): Promise<StoredFile[]> {
    return manager.query(
      `select code, file_id as "fileId", name, size, readable, attached_at as "attachedAt" from case_file where case_id = $1 order by code, ordinal`,
      [caseId],
    );
  }

  /** The list with what is there; a material that is not asked for stays on it where something was handed in. */
  async of(manager: EntityManager, sheet: ItemSheet, kase: ApprovalCase): Promise<CaseMaterial[]> {
    const stored = await manager.query<StoredMaterial[]>('select code, mode, verdict, remark from case_material where case_id = $1', [
      kase.id,
    ]);
    const files = await this.files(manager, kase.id);
    return listOf(sheet, kase).map((asked) => {
      const found = stored.find(({ code }) => code === asked.code);
      const { code, name, mayFollow, byPromise, reviewPoints } = asked;
      return {
        ...{ code, name, required: isAsked(asked, kase), mayFollow, byPromise, reviewPoints: [...reviewPoints] },
        ...{ mode: found?.mode ?? 'files', verdict: found?.verdict ?? 'unseen' },
        ...(found?.remark && { remark: found.remark }),
        files: files
          .filter((file) => file.code === code)
          .map(({ fileId, name: fileName, size, readable, attachedAt }) => ({
            ...{ fileId, name: fileName, size: Number(size), readable, attachedAt: attachedAt.toISOString() },
          })),
      };
    });
  }

  /** What is asked for and has nothing that stands for it. */
  async missing(manager: EntityManager, sheet: ItemSheet, kase: ApprovalCase): Promise<CaseMaterial[]> {
    const stored = await manager.query<StoredMaterial[]>('select code, mode from case_material where case_id = $1', [kase.id]);
    const modes = new Map(stored.map(({ code, mode }) => [code, mode]));
    const list = await this.of(manager, sheet, kase);
    return list.filter(({ code, required, files }) => {
      const mode = modes.get(code);
      return required && !files.length && (mode === undefined || mode === 'files');
    });
  }
}
