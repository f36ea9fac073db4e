import {
  type RegisterSupervision,
  SupervisionClosed,
  supervisionFlow,
  type SupervisionLamp,
  SupervisionMoved,
  type SupervisionSource,
  type SupervisionState,
} from '@karez/contracts-oa';
import { newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

export interface SupervisionGiven extends Pick<RegisterSupervision, 'title' | 'content' | 'source' | 'sourceText' | 'sourceHref'> {
  readonly orgId: string;
  readonly dueAt: Date;
  readonly leader: { readonly id: string; readonly name: string };
  readonly supervisor: { readonly id: string; readonly name: string };
}

/** 督办事项: what a leader wants done by a day, and how far it has come. Who does what of it is in its parts. */
@Entity('supervision_item')
export class SupervisionItem extends StatefulAggregate<SupervisionItem, SupervisionState> {
  protected readonly flow = supervisionFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: SupervisionState = supervisionFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  /** 督办单位: the body that it was registered for. */
  @Column('uuid') readonly orgId!: string;
  @Column('text', { nullable: true }) readonly number: string | null = null;
  @Column('text') readonly title!: string;
  @Column('text') readonly content!: string;
  @Column('varchar') readonly source!: SupervisionSource;
  @Column('text', { nullable: true }) readonly sourceText!: string | null;
  @Column('text', { nullable: true }) readonly sourceHref!: string | null;
  @Column('uuid') readonly leaderId!: string;
  @Column('text') readonly leaderName!: string;
  @Column('uuid') readonly supervisorId!: string;
  @Column('text') readonly supervisorName!: string;
  @Column('timestamptz') readonly dueAt!: Date;
  @Column('uuid', { nullable: true }) readonly leadOrgId: string | null = null;
  @Column('int') readonly urged: number = 0;
  @Column('timestamptz') readonly registeredAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly suspendedAt: Date | null = null;
  @Column('text', { nullable: true }) readonly suspendedReason: string | null = null;
  @Column('text', { nullable: true }) readonly terminatedReason: string | null = null;
  @Column('text', { nullable: true }) readonly result: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly closedAt: Date | null = null;
  @Column('int', { nullable: true }) readonly score: number | null = null;
  @Column('text', { nullable: true }) readonly scoreText: string | null = null;

  static register(given: SupervisionGiven, now: Date): SupervisionItem {
    const { leader, supervisor, sourceText, sourceHref, title, content, source, orgId, dueAt } = given;
    const item = new SupervisionItem();
    item.change({ id: newId(), title, content, source, orgId, dueAt, registeredAt: now });
    item.change({ sourceText: sourceText ?? null, sourceHref: sourceHref ?? null, leaderId: leader.id, leaderName: leader.name });
    item.change({ supervisorId: supervisor.id, supervisorName: supervisor.name });
    item.#tell('registered');
    return item;
  }

  /** 立项. */
  establish(number: string): void {
    this.moveTo('established', { number });
    this.#tell('established');
  }
  /** 交办. */
  assign(leadOrgId: string): void {
    this.moveTo('assigned', { leadOrgId });
    this.#tell('assigned');
  }
  /** The lead has accepted (签收): from here on it is handled. */
  accepted(): void {
    this.moveTo('handling');
    this.#tell('accepted');
  }
  /** The lead gave it back: it is assigned anew. */
  givenBack(): void {
    this.moveTo('established', { leadOrgId: null });
    this.#tell('given_back');
  }
  askClosing(result: string): void {
    this.moveTo('closing', { result });
    this.#tell('closing_asked');
  }
  /** 审核: passed on to the leader, or back to be done. */
  review(passed: boolean): void {
    this.moveTo(passed ? 'reviewed' : 'handling');
    this.#tell(passed ? 'reviewed' : 'review_failed');
  }
  /** 领导确认, 销号. */
  confirm(lamp: SupervisionLamp, now: Date): void {
    this.moveTo('closed', { closedAt: now });
    const { id, orgId, number, title, source, result } = this;
    this.record(new SupervisionClosed(id, orgId, { number: number ?? '', title, source, lamp, result: result ?? '' }), { orgIds: [orgId] });
    this.#tell('closed');
  }
  /** The leader is not content. */
  sendBack(): void {
    this.moveTo('handling');
    this.#tell('sent_back');
  }
  evaluate(score: number, text: string | undefined): void {
    this.moveTo('evaluated', { score, scoreText: text ?? null });
    this.#tell('evaluated');
  }
  archive(): void {
    this.moveTo('archived');
    this.#tell('archived');
  }
  suspend(reason: string, now: Date): void {
    this.moveTo('suspended', { suspendedReason: reason, suspendedAt: now });
    this.#tell('suspended');
  }
  /** The days of the suspension do not count: the caller has worked out the new day. */
  resume(dueAt: Date, accepted: boolean): void {
    this.moveTo(accepted ? 'handling' : 'assigned', { dueAt, suspendedReason: null, suspendedAt: null });
    this.#tell('resumed');
  }
  terminate(reason: string): void {
    this.moveTo('terminated', { terminatedReason: reason });
    this.#tell('terminated');
  }
  extend(dueAt: Date): void {
    this.change({ dueAt });
    this.#tell('extended');
  }
  /** Something happened inside the state: a report, an extension asked for, a part accepted. */
  touched(kind: string): void {
    this.#tell(kind);
  }
  urge(): void {
    this.change({ urged: this.urged + 1 });
    this.#tell('urged');
  }

  #tell(kind: string): void {
    const orgIds = this.leadOrgId ? [this.orgId, this.leadOrgId] : [this.orgId];
    this.record(new SupervisionMoved(this.id, this.orgId, this.state, kind), { orgIds, personIds: [this.leaderId] });
  }
}
