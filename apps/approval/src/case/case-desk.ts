import { Injectable } from '@nestjs/common';
import { type CaseAct, caseActRules, type CaseEventKind } from '@karez/contracts-approval';
import type { Permission } from '@karez/contracts-kernel';
import { DomainError } from '@karez/kernel';
import type { Tx } from '@karez/persistence';
import { ApprovalCase } from './case.entity.js';
import { CaseDues } from './case-dues.js';
import { CaseLog, type Noted } from './case-log.js';

/** How every act takes a case in hand and lays it down again. */
@Injectable()
export class CaseDesk {
  constructor(
    private readonly log: CaseLog,
    private readonly dues: CaseDues,
  ) {}

  /** The applicant's own case; another's is as unknown as none. @throws DomainError `not_found`, `approval.case.act_refused` */
  async own(tx: Tx, caseId: string, act: CaseAct, version?: number): Promise<ApprovalCase> {
    const kase = await tx.load(ApprovalCase, caseId);
    if (kase.applicantId !== tx.ctx.actor.id) throw new DomainError('not_found', { id: caseId });
    if (version !== undefined && version !== kase.version) throw new DomainError('state.version_changed');
    kase.assert(act);
    return kase;
  }

  /** A case of a body that the caller reaches with the act's permission. @throws DomainError `not_found`, `approval.case.act_refused` */
  async ofBody(tx: Tx, caseId: string, act: CaseAct): Promise<ApprovalCase> {
    const permission = caseActRules[act].by as Permission;
    const kase = await tx.loadInScope(ApprovalCase, caseId, permission, (alias) => ({ org: `${alias}.org_id` }));
    kase.assert(act);
    return kase;
  }

  /** Writes a case with its due date by the calendar of now, and what is said of it. */
  async save(tx: Tx, kase: ApprovalCase, kind?: CaseEventKind, text = ''): Promise<ApprovalCase> {
    await this.dues.settle(tx.manager, kase);
    await tx.save(kase);
    if (kind) await this.log.note(tx, kase.id, { kind, text });
    return kase;
  }

  note(tx: Tx, { id }: ApprovalCase, noted: Noted): Promise<void> {
    return this.log.note(tx, id, noted);
  }
}
