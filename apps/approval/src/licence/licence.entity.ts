import { Aggregate, DomainError, newId } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import { licenceStateAt } from './term.js';

export interface LicenceGrant {
  readonly caseId: string;
  readonly documentId: string;
  readonly orgId: string;
  readonly applicantId: string;
  readonly itemCode: string;
  readonly itemName: string;
  readonly name: string;
  readonly number: string;
  readonly holderName: string;
  /** First and last day, `YYYY-MM-DD` in Asia/Shanghai. */
  readonly validFrom: string;
  readonly validUntil: string;
  readonly verifyCode: string;
  readonly particulars: Readonly<Record<string, unknown>>;
}

/** 许可证件: what a decision grants, from its first day to its last or to its revocation. */
@Entity('licence')
export class Licence extends Aggregate<Licence> {
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly caseId!: string;
  @Column('uuid') readonly documentId!: string;
  @Column('uuid') readonly orgId!: string;
  @Column('uuid') readonly applicantId!: string;
  @Column('varchar') readonly itemCode!: string;
  @Column('text') readonly itemName!: string;
  @Column('text') readonly name!: string;
  @Column('text') readonly number!: string;
  @Column('text') readonly holderName!: string;
  @Column('varchar') readonly validFrom!: string;
  @Column('varchar') readonly validUntil!: string;
  @Column('varchar') readonly verifyCode!: string;
  @Column('jsonb') readonly particulars!: Readonly<Record<string, unknown>>;
  @Column('timestamptz') readonly issuedAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly revokedAt: Date | null = null;
  @Column('text', { nullable: true }) readonly revokedReason: string | null = null;
  /** When the holder was told that the end is near. */
  @Column('timestamptz', { nullable: true }) readonly remindedAt: Date | null = null;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;

  static grant(granted: LicenceGrant, now: Date): Licence {
    const licence = new Licence();
    licence.change({ ...granted, id: newId(), issuedAt: now });
    return licence;
  }

  /** 撤销. @throws DomainError `approval.licence.over` */
  revoke(reason: string, now: Date): void {
    const state = licenceStateAt(this, now);
    if (state !== 'valid') throw new DomainError('approval.licence.over', { state });
    this.change({ revokedAt: now, revokedReason: reason });
  }

  reminded(now: Date): void {
    this.change({ remindedAt: now });
  }
}
