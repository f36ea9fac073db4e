import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type ActWithReason, askDecisionTable, checkForm, type DraftCase, type GetCase, type PutMaterial, type RateCase, type SaveForm, type SubmitCase } from '@karez/contracts-approval'; // prettier-ignore
import { chinaDay, DomainError, newId } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { Numbers } from '../document/numbers.js';
import { ItemSheets } from '../item/item-sheets.js';
import type { FileOfCase } from '../material/case-files.js';
import { CaseMaterials } from '../material/case-materials.js';
import { CaseRun } from '../task/case-run.js';
import { ApprovalCase } from './case.entity.js';
import { CaseDesk } from './case-desk.js';

const largestForm = 64 * 1024;
export const ratingNames = ['', '非常不满意', '不满意', '基本满意', '满意', '非常满意'] as const;

/** What the applicant does, each act on the applicant's own case. */
@Injectable()
export class ApplicantActs {
  constructor(
    private readonly desk: CaseDesk,
    private readonly sheets: ItemSheets,
    private readonly materials: CaseMaterials,
    private readonly numbers: Numbers,
    private readonly run: CaseRun,
  ) {}

  /** @throws DomainError `approval.item.unknown`, `approval.item.closed`, `approval.item.applicant_kind` */
  async draft(tx: Tx, { itemCode, subject, applicantKind, contactPhone, agentName }: DraftCase, id = newId()): Promise<ApprovalCase> {
    const { itemId, version, sheet, windowOrgId, open } = await this.sheets.published(tx.manager, itemCode);
    if (!open) throw new DomainError('approval.item.closed', { name: sheet.name });
    if (!sheet.applicants.includes(applicantKind)) throw new DomainError('approval.item.applicant_kind', { name: sheet.name });
    const drafted = ApprovalCase.draft(
      {
        ...{ id, itemId, itemCode, itemName: sheet.name, itemVersion: version, authority: sheet.authority, orgId: windowOrgId },
        ...{ subject, applicantKind, contactPhone, agentName },
      },
      tx.ctx.actor,
      tx.ctx.now,
    );
    await this.desk.save(tx, drafted, 'drafted', '新建申请');
    return drafted;
  }

  /** @throws DomainError `approval.case.form_too_large`, `approval.case.form_unknown_field`, `state.version_changed` */
  async save(tx: Tx, { caseId, values, subject, version }: SaveForm): Promise<ApprovalCase> {
    const kase = await this.desk.own(tx, caseId, 'save', version);
    if (JSON.stringify(values).length > largestForm) throw new DomainError('approval.case.form_too_large');
    const { sheet } = await this.sheets.of(tx.manager, kase);
    const unknown = checkForm(sheet.form, values).find(({ code }) => code === 'unknown');
    if (unknown) throw new DomainError('approval.case.form_unknown_field', { field: unknown.field });
    kase.fill(values, subject);
    return this.desk.save(tx, kase);
  }

  /** The files were taken for the case before. @throws DomainError `approval.case.material_…` */
  async putMaterial(tx: Tx, request: PutMaterial, files: readonly FileOfCase[]): Promise<ApprovalCase> {
    const kase = await this.desk.own(tx, request.caseId, 'attach');
    this.materials.assertMode((await this.sheets.of(tx.manager, kase)).sheet, kase, request);
    await this.materials.put(tx, kase.id, request, files);
    return this.desk.save(tx, kase);
  }

  /**
   * Hands it in, or again after the correction. The files were looked at before.
   * @throws DomainError `approval.item.closed`, `approval.case.form_invalid`, `approval.case.material_missing`, `approval.case.needs_no_licence`
   */
  async submit(tx: Tx, { caseId, version }: SubmitCase): Promise<ApprovalCase> {
    const kase = await this.desk.own(tx, caseId, 'submit', version);
    const again = kase.number !== null;
    const { sheet, open } = await this.sheets.of(tx.manager, kase);
    if (!open && !again) throw new DomainError('approval.item.closed', { name: sheet.name });
    const problems = checkForm(sheet.form, kase.values);
    if (problems.length)
      throw new DomainError('approval.case.form_invalid', { count: problems.length, first: problems[0]!.message }, { problems });
    const row = sheet.decisionTable && askDecisionTable(sheet.decisionTable, kase.values);
    if (row?.outcome === 'none') throw new DomainError('approval.case.needs_no_licence', { text: row.text });
    const missing = await this.materials.missing(tx.manager, sheet, kase);
    if (missing.length)
      throw new DomainError(
        'approval.case.material_missing',
        { names: missing.map(({ name }) => name).join('、') },
        { materials: missing.map(({ code }) => code) },
      );
    kase.submit(again ? { number: kase.number, checkCode: kase.checkCode! } : await this.#given(tx), tx.ctx.now);
    await tx.manager.query('insert into case_body (case_id, org_id) values ($1, $2) on conflict do nothing', [kase.id, kase.orgId]);
    return this.desk.save(
      tx,
      kase,
      again ? 'corrected' : 'submitted',
      again ? '已按要求补正，再次提交' : `提交申请，办件编号 ${kase.number}`,
    );
  }

  async discard(tx: Tx, { caseId }: GetCase): Promise<ApprovalCase> {
    const kase = await this.desk.own(tx, caseId, 'discard');
    kase.discard();
    return this.desk.save(tx, kase);
  }

  async withdraw(tx: Tx, { caseId, reason }: ActWithReason): Promise<ApprovalCase> {
    const kase = await this.desk.own(tx, caseId, 'withdraw');
    await this.run.withdraw(tx, kase, reason);
    kase.withdraw(tx.ctx.now);
    return this.desk.save(tx, kase, 'withdrawn', `申请人撤回申请：${reason}`);
  }

  async rate(tx: Tx, { caseId, level, text }: RateCase): Promise<ApprovalCase> {
    const kase = await this.desk.own(tx, caseId, 'rate');
    kase.rate(level, text, tx.ctx.now);
    return this.desk.save(tx, kase, 'rated', `申请人评价：${ratingNames[level]}${text ? `，${text}` : ''}`);
  }

  async #given({ manager, ctx }: Tx): Promise<{ number: string; checkCode: string }> {
    const year = Number(chinaDay(ctx.now).slice(0, 4));
    const serial = await this.numbers.next(manager, 'case', year);
    return { number: `SL${year}-${String(serial).padStart(6, '0')}`, checkCode: String(randomInt(1_000_000)).padStart(6, '0') };
  }
}
