import { defineFlow, type StateOf } from '@karez/contracts-kernel';
import { DomainError, newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { isCreditCode } from '../org/credit-code.js';

const applicantFlow = defineFlow('active', { active: ['disabled'], disabled: ['active'] });
export type ApplicantState = StateOf<typeof applicantFlow>;

export interface NewApplicant {
  readonly kind: 'person' | 'company';
  readonly name: string;
  readonly phone: string;
  readonly creditCode?: string | undefined;
}

/** 群众 or 企业: whoever applies for something. A realm of its own, without posts and grants. */
@Entity('applicant')
export class Applicant extends StatefulAggregate<Applicant, ApplicantState> {
  protected readonly flow = applicantFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly kind!: 'person' | 'company';
  @Column('text') readonly name!: string;
  @Column('varchar') readonly phone!: string;
  @Column('varchar', { nullable: true }) readonly creditCode!: string | null;
  @Column('varchar') readonly state: ApplicantState = applicantFlow.initial;
  @Column('timestamptz') readonly createdAt!: Date;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;

  /** @throws DomainError `identity.org.credit_code_invalid` for a company without a good one */
  static register({ kind, name, phone, creditCode }: NewApplicant, now: Date): Applicant {
    if (kind === 'company' && !(creditCode && isCreditCode(creditCode))) throw new DomainError('identity.org.credit_code_invalid');
    const applicant = new Applicant();
    applicant.change({ id: newId(), kind, name, phone, creditCode: kind === 'company' ? creditCode! : null, createdAt: now });
    return applicant;
  }
}
