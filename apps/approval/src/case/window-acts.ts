import { Injectable } from '@nestjs/common';
import { type AcceptCase, type CorrectCase, exclusionNames, type RefuseCase, type ReviewMaterial, type SupersedeCase } from '@karez/contracts-approval'; // prettier-ignore
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { ItemSheets } from '../item/item-sheets.js';
import { CaseMaterials } from '../material/case-materials.js';
import { CaseRun } from '../task/case-run.js';
import { ApprovalCase } from './case.entity.js';
import { CaseDesk } from './case-desk.js';
import { CaseLetters } from './case-letters.js';

/** What the window does with an application that was handed in. Each answer to the applicant is a numbered document. */
@Injectable()
export class WindowActs {
  constructor(
    private readonly desk: CaseDesk,
    private readonly letters: CaseLetters,
    private readonly sheets: ItemSheets,
    private readonly materials: CaseMaterials,
    private readonly run: CaseRun,
  ) {}

  async review(tx: Tx, { caseId, code, verdict, remark }: ReviewMaterial): Promise<ApprovalCase> {
    const kase = await this.desk.ofBody(tx, caseId, 'review_material');
    await this.materials.review(tx.manager, caseId, code, verdict, remark);
    return this.desk.save(tx, kase);
  }

  /** @throws DomainError `approval.case.review_missing`, `approval.task.nobody` */
  async accept(tx: Tx, { caseId, note, joint }: AcceptCase): Promise<ApprovalCase> {
    const kase = await this.desk.ofBody(tx, caseId, 'accept');
    const published = await this.sheets.of(tx.manager, kase);
    const failed = (await this.materials.of(tx.manager, published.sheet, kase)).filter(({ verdict }) => verdict === 'failed');
    if (failed.length) throw new DomainError('approval.case.review_missing', { names: failed.map(({ name }) => name).join('、') });
    return this.#take(tx, kase, { joint: joint ?? false, text: `予以受理${note ? `：${note}` : ''}` });
  }

  /** 逾期不告知，自收到之日起即为受理 (《行政许可法》 art. 32). The caller holds the case and has looked at the calendar. */
  async acceptBySilence(tx: Tx, kase: ApprovalCase): Promise<ApprovalCase> {
    return this.#take(tx, kase, { bySilence: true, text: '收到申请材料后五个工作日内未告知补正，自收到之日起即为受理' });
  }

  async correct(tx: Tx, { caseId, items }: CorrectCase): Promise<ApprovalCase> {
    const kase = await this.desk.ofBody(tx, caseId, 'correct');
    kase.correct(items, tx.ctx.now);
    await this.letters.issue(tx, kase, 'correction', { materials: items });
    return this.desk.save(tx, kase, 'correction_asked', `一次性告知补正：${items.join('；')}`);
  }

  /** @throws DomainError `approval.case.competent_missing`, `approval.case.incomplete_before_correction` */
  async refuse(tx: Tx, { caseId, kind, reason, competentBody }: RefuseCase): Promise<ApprovalCase> {
    const kase = await this.desk.ofBody(tx, caseId, 'refuse');
    if (kind === 'out_of_jurisdiction' && !competentBody) throw new DomainError('approval.case.competent_missing');
    kase.refuse(reason, kind === 'incomplete', tx.ctx.now);
    const { sheet } = await this.sheets.of(tx.manager, kase);
    const facts = { reason, refusalKind: kind, legalBasis: sheet.legalBasis, ...(competentBody && { competentBody }) };
    await this.letters.issue(tx, kase, kind === 'not_needed' ? 'not_needed' : 'refusal', facts);
    const turnTo = competentBody ? `，请向${competentBody}申请` : '';
    return this.desk.save(tx, kase, 'refused', `${kind === 'not_needed' ? '不受理' : '不予受理'}：${reason}${turnTo}`);
  }

  /** A draft with the form of the running case takes its place; the applicant hands it in anew. */
  async supersede(tx: Tx, { caseId, reason }: SupersedeCase): Promise<ApprovalCase> {
    const kase = await this.desk.ofBody(tx, caseId, 'supersede');
    const { sheet, itemId, version } = await this.sheets.published(tx.manager, kase.itemCode);
    const { orgId, itemCode, subject, applicantKind, contactPhone, agentName, values } = kase;
    const known = new Set(Object.keys(sheet.form.schema.properties as object));
    const next = ApprovalCase.draft(
      {
        ...{ itemId, itemCode, itemName: sheet.name, itemVersion: version, authority: sheet.authority, orgId },
        ...{ subject, applicantKind, contactPhone, agentName: agentName ?? undefined, supersedesId: kase.id },
        values: Object.fromEntries(Object.entries(values).filter(([field]) => known.has(field))),
      },
      { id: kase.applicantId, name: kase.applicantName },
      tx.ctx.now,
    );
    await this.desk.save(tx, next, 'drafted', `取代办件 ${kase.number}`);
    await this.run.supersede(tx, kase, reason);
    kase.supersede(next.id, tx.ctx.now);
    return this.desk.save(tx, kase, 'superseded', `以新申请取代：${reason}`);
  }

  async #take(tx: Tx, kase: ApprovalCase, { joint = false, bySilence = false, text }: Taking): Promise<ApprovalCase> {
    const published = await this.sheets.of(tx.manager, kase);
    const { sheet } = published;
    kase.accept(sheet, tx.ctx.now, { joint, bySilence });
    const { days, excluded } = termsOf(kase, sheet.exclusionCaps ?? {});
    await this.letters.issue(tx, kase, 'acceptance', { ...days, excluded, bySilence });
    await this.run.start(tx, kase, published);
    return this.desk.save(tx, kase, bySilence ? 'accepted_by_silence' : 'accepted', text);
  }
}

interface Taking {
  readonly joint?: boolean;
  readonly bySilence?: boolean;
  readonly text: string;
}

function termsOf({ limits, joint }: ApprovalCase, caps: Readonly<Record<string, number>>) {
  const daysOf = (kind: string): number | undefined => limits.find((limit) => limit.kind === kind)?.days;
  const excluded = Object.entries(caps).map(
    ([kind, days]) => `${exclusionNames[kind as keyof typeof exclusionNames]}不超过 ${days} 个工作日`,
  );
  return { days: { statutoryDays: daysOf('statutory'), promisedDays: daysOf('promised'), joint }, excluded };
}
