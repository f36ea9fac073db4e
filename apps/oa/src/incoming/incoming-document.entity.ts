import { incomingFlow, IncomingMoved, type IncomingOrigin, type IncomingPhase } from '@karez/contracts-oa';
import { newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

export interface Arrival {
  readonly orgId: string;
  readonly origin: IncomingOrigin;
  readonly deliveryId?: string;
  readonly title: string;
  readonly senderName: string;
  readonly senderNumber?: string | undefined;
  readonly summary?: string | undefined;
  readonly dueAt?: Date | null;
}

/** 收文: what a body received and what it makes of it. */
@Entity('incoming_document')
export class IncomingDocument extends StatefulAggregate<IncomingDocument, IncomingPhase> {
  protected readonly flow = incomingFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: IncomingPhase = incomingFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('uuid') readonly orgId!: string;
  @Column('varchar') readonly origin!: IncomingOrigin;
  @Column('uuid', { nullable: true }) readonly deliveryId!: string | null;
  @Column('text') readonly title!: string;
  @Column('text') readonly senderName!: string;
  @Column('text', { nullable: true }) readonly senderNumber!: string | null;
  @Column('text', { nullable: true }) readonly number: string | null = null;
  @Column('text', { nullable: true }) readonly summary!: string | null;
  @Column('timestamptz') readonly receivedAt!: Date;
  @Column('timestamptz', { nullable: true }) readonly dueAt!: Date | null;
  /** Who registered it: gets it back between the steps. */
  @Column('uuid', { nullable: true }) readonly registrarId: string | null = null;
  @Column('text', { nullable: true }) readonly returnReason: string | null = null;
  @Column('text', { nullable: true }) readonly result: string | null = null;
  @Column('uuid', { nullable: true }) readonly replyId: string | null = null;

  static receive({ orgId, origin, deliveryId, title, senderName, senderNumber, summary, dueAt }: Arrival, now: Date): IncomingDocument {
    const document = new IncomingDocument();
    document.change({ id: newId(), orgId, origin, deliveryId: deliveryId ?? null, title, senderName, receivedAt: now });
    document.change({ senderNumber: senderNumber ?? null, summary: summary ?? null, dueAt: dueAt ?? null });
    document.#tell('received');
    return document;
  }

  register(number: string, registrarId: string, more: { readonly dueAt?: Date | undefined; readonly summary?: string | undefined }): void {
    this.moveTo('registered', { number, registrarId, dueAt: more.dueAt ?? this.dueAt, summary: more.summary ?? this.summary });
    this.#tell('registered');
  }
  giveBack(reason: string): void {
    this.moveTo('returned', { returnReason: reason });
    this.#tell('returned');
  }
  moveOn(to: IncomingPhase, dueAt: Date | undefined = undefined): void {
    this.moveTo(to, dueAt ? { dueAt } : {});
    this.#tell(to);
  }
  close(result: string, replyId: string | undefined): void {
    this.moveTo('closed', { result, replyId: replyId ?? null });
    this.#tell('closed');
  }
  touched(kind: string): void {
    this.#tell(kind);
  }

  #tell(kind: string): void {
    this.record(new IncomingMoved(this.id, this.orgId, this.state, kind), { orgIds: [this.orgId] });
  }
}
