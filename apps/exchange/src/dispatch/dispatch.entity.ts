import { DispatchSent, type DocumentFact } from '@karez/contracts-exchange';
import { Aggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

export interface Terms {
  readonly signWithinMinutes: number | null;
  /** `YYYY-MM-DD` */
  readonly replyBy: string | null;
  readonly printQuota: number;
  readonly note: string | null;
}

/** One act of sending a sealed document. It has no state: how far it is, is counted from its deliveries. */
@Entity('dispatch')
export class Dispatch extends Aggregate<Dispatch> implements Terms {
  @PrimaryColumn('uuid') readonly id!: string;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('uuid') readonly orgId!: string;
  @Column('uuid') readonly documentId!: string;
  @Column('char') readonly digest!: string;
  @Column('text') readonly title!: string;
  @Column('text') readonly number!: string;
  @Column('timestamptz') readonly sentAt!: Date;
  @Column('uuid') readonly sentBy!: string;
  @Column('text') readonly sentByName!: string;
  @Column('int', { nullable: true }) readonly signWithinMinutes: number | null = null;
  @Column('date', { nullable: true }) readonly replyBy: string | null = null;
  @Column('int') readonly printQuota!: number;
  @Column('text', { nullable: true }) readonly note: string | null = null;

  static send(
    facts: Pick<Dispatch, 'id' | 'orgId' | 'documentId' | 'digest' | 'sentAt' | 'sentBy' | 'sentByName'> & Terms,
    document: DocumentFact,
    recipients: number,
  ): Dispatch {
    const dispatch = new Dispatch();
    dispatch.change({ ...facts, title: document.title, number: document.number });
    dispatch.record(new DispatchSent(facts.id, facts.documentId, facts.orgId, document, recipients), { orgIds: [facts.orgId] });
    return dispatch;
  }
}
