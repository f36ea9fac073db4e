import {
  documentFlow,
  type DocumentPhase,
  type Genre,
  OutgoingClosed,
  OutgoingDistributed,
  OutgoingMoved,
  type OfficialText,
  type Urgency,
} from '@karez/contracts-oa';
import { chinaDay, newId, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

export interface Author {
  readonly id: string;
  readonly name: string;
}
export interface Written {
  readonly text: OfficialText;
  /** SM3 of the canonical text, hexadecimal. */
  readonly digest: string;
}

/** 发文: where a document stands between its first draft and the archive. Its texts and whose turn it is are rows that change while it is held. */
@Entity('outgoing_document')
export class OutgoingDocument extends StatefulAggregate<OutgoingDocument, DocumentPhase> {
  protected readonly flow = documentFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: DocumentPhase = documentFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  /** 主办单位: the drafter's own. */
  @Column('uuid') readonly orgId!: string;
  /** The first of those who issue it: its office numbers, seals and sends. */
  @Column('uuid') readonly hostId!: string;
  @Column('text') readonly title!: string;
  @Column('varchar') readonly genre!: Genre;
  @Column('varchar') readonly urgency!: Urgency;
  @Column('text', { nullable: true }) readonly number: string | null = null;
  @Column('uuid') readonly drafterId!: string;
  @Column('text') readonly drafterName!: string;
  @Column('timestamptz') readonly draftedAt!: Date;
  @Column('timestamptz') readonly movedAt!: Date;
  @Column('int') readonly textVersion: number = 1;
  @Column('varchar') readonly digest!: string;
  @Column('uuid', { nullable: true }) readonly signedBy: string | null = null;
  @Column('text', { nullable: true }) readonly signedByName: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly signedAt: Date | null = null;
  @Column('varchar', { nullable: true }) readonly signedDigest: string | null = null;
  /** 成文日期: the day of the signature. */
  @Column('date', { nullable: true }) readonly formedOn: string | null = null;
  @Column('uuid', { nullable: true }) readonly sealedBy: string | null = null;
  @Column('text', { nullable: true }) readonly sealedByName: string | null = null;
  @Column('timestamptz', { nullable: true }) readonly sealedAt: Date | null = null;
  @Column('int', { nullable: true }) readonly copies: number | null = null;
  @Column('text', { nullable: true }) readonly voidReason: string | null = null;
  @Column('uuid', { nullable: true }) readonly dispatchId: string | null = null;

  static draft(written: Written, drafter: Author, orgId: string, now: Date): OutgoingDocument {
    const document = new OutgoingDocument();
    document.change({ id: newId(), orgId, drafterId: drafter.id, drafterName: drafter.name, draftedAt: now, movedAt: now });
    document.#set(written, 1);
    document.#tell('drafted');
    return document;
  }

  /** Another text, in the same version or in a new one. */
  write(written: Written, version: number): void {
    this.#set(written, version);
    this.#tell('saved');
  }
  moveOn(to: DocumentPhase, now: Date): void {
    this.moveTo(to, { movedAt: now });
    this.#tell(to);
  }
  /** 签发: of the text as it stands; the day becomes the document's. */
  sign(signer: Author, now: Date): void {
    const signed = { signedBy: signer.id, signedByName: signer.name, signedAt: now, signedDigest: this.digest, formedOn: chinaDay(now) };
    this.moveTo('rechecking', { ...signed, movedAt: now });
    this.#tell('signed');
  }
  /** 登记编号. */
  giveNumber(number: string, now: Date): void {
    this.moveTo('typesetting', { number, movedAt: now });
    this.#tell('numbered');
  }
  /** 用印登记. */
  seal(keeper: Author, copies: number, now: Date): void {
    this.moveTo('distributing', { sealedBy: keeper.id, sealedByName: keeper.name, sealedAt: now, copies, movedAt: now });
    this.#tell('sealed');
  }
  distribute(dispatchId: string, disclosure: OfficialText['disclosure'], now: Date): void {
    this.moveTo('distributed', { dispatchId, movedAt: now });
    const { title, genre, number } = this;
    const told = new OutgoingDistributed(this.id, this.hostId, { title, number: number ?? '', genre, disclosure }, dispatchId);
    this.record(told, { orgIds: [this.orgId, this.hostId] });
    this.#tell('distributed');
  }
  close(now: Date): void {
    this.moveTo('closed', { movedAt: now });
    const { title, number, formedOn } = this;
    this.record(new OutgoingClosed(this.id, this.hostId, { title, number: number ?? '', formedOn: formedOn ?? '' }), {
      orgIds: [this.hostId],
    });
    this.#tell('closed');
  }
  void(reason: string, now: Date): void {
    this.moveTo('void', { voidReason: reason, movedAt: now });
    this.#tell('void');
  }
  /** An opinion, an urging: it moves nothing. */
  touched(kind: string): void {
    this.#tell(kind);
  }

  #set({ text, digest }: Written, textVersion: number): void {
    const [host] = text.issuers;
    this.change({ title: text.title, genre: text.genre, urgency: text.urgency, hostId: host!.orgId, digest, textVersion });
  }
  #tell(kind: string): void {
    const audience = { orgIds: [this.orgId, this.hostId], personIds: [this.drafterId] };
    this.record(new OutgoingMoved(this.id, this.orgId, this.state, kind), audience);
  }
}
