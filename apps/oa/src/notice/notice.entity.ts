import { NoticeClosed, noticeFlow, NoticeRegistered, type NoticeState } from '@karez/contracts-oa';
import { newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

/** 通知: what it is, and whether it is still open. */
@Entity('notice')
export class Notice extends StatefulAggregate<Notice, NoticeState> {
  protected readonly flow = noticeFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: NoticeState = noticeFlow.initial;
  @Column('text') readonly name!: string;
  @Column('uuid') readonly orgId!: string;
  @Column('timestamptz') readonly registeredAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly closedAt: Date | null = null;
  @Column('text', { nullable: true }) readonly closedReason: string | null = null;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;

  static register(name: string, orgId: string, now: Date): Notice {
    const notice = new Notice();
    notice.change({ id: newId(), name, orgId, registeredAt: now });
    notice.record(new NoticeRegistered(notice.id, orgId), { orgIds: [orgId] });
    return notice;
  }

  /** @throws DomainError `state.move_refused` when it is closed already */
  close(reason: string, now: Date): void {
    this.moveTo('closed', { closedReason: reason, closedAt: now });
    this.record(new NoticeClosed(this.id, this.orgId), { orgIds: [this.orgId] });
  }
}
