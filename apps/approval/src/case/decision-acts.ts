import { Injectable } from '@nestjs/common';
import type { DecideCase, DeliverCase, FormDefinition, LicenceTerms } from '@karez/contracts-approval';
import { chinaDay } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { particularsOf } from '../document/particulars.js';
import { ItemSheets } from '../item/item-sheets.js';
import { Licences } from '../licence/licences.js';
import { lastDay } from '../licence/term.js';
import type { ApprovalCase } from './case.entity.js';
import { CaseDesk } from './case-desk.js';
import { CaseLetters } from './case-letters.js';

const ways = { window: '窗口领取', post: '邮寄送达', electronic: '电子送达' } as const;

/** The decision, and how it reaches the applicant. */
@Injectable()
export class DecisionActs {
  constructor(
    private readonly desk: CaseDesk,
    private readonly letters: CaseLetters,
    private readonly sheets: ItemSheets,
    private readonly licences: Licences,
  ) {}

  /** Only when the procedure has come to its end; a grant brings the licence with it. */
  async decide(tx: Tx, { caseId, granted, text }: DecideCase): Promise<ApprovalCase> {
    const kase = await this.desk.ofBody(tx, caseId, 'decide');
    const { sheet } = await this.sheets.of(tx.manager, kase);
    kase.decide(granted, text, tx.ctx.now);
    await this.letters.issue(tx, kase, granted ? 'grant' : 'denial', { decisionText: text, legalBasis: sheet.legalBasis });
    if (granted && sheet.licence) await this.#license(tx, kase, sheet.form, sheet.licence);
    return this.desk.save(tx, kase, 'decided', `${granted ? '准予' : '不予'}行政许可`);
  }

  async deliver(tx: Tx, { caseId, way, receivedBy }: DeliverCase): Promise<ApprovalCase> {
    const kase = await this.desk.ofBody(tx, caseId, 'deliver');
    kase.deliver(tx.ctx.now);
    return this.desk.save(tx, kase, 'delivered', `${ways[way]}，签收人：${receivedBy}`);
  }

  async #license(tx: Tx, kase: ApprovalCase, form: FormDefinition, { name, mark, years }: LicenceTerms): Promise<void> {
    const { id: caseId, orgId, itemCode, itemName, applicantName: holderName, applicantId, values } = kase;
    const { now } = tx.ctx;
    const validFrom = chinaDay(now);
    const term = { validFrom, validUntil: lastDay(validFrom, years) };
    const facts = { licenceName: name, licenceMark: mark, ...term, particulars: particularsOf(form, values) };
    const document = await this.letters.issue(tx, kase, 'licence', facts);
    await this.licences.grant(tx, {
      ...{ caseId, documentId: document.id, orgId, itemCode, itemName, number: document.number, holderName, applicantId },
      ...{ ...term, name, verifyCode: document.verifyCode, particulars: { ...values } },
    });
  }
}
