import {
  type DocumentElements,
  documentFlow,
  type DocumentNumber,
  type DocumentState,
  documentNumberText,
  DocumentSealed,
} from '@karez/contracts-exchange';
import { DomainError, StatefulAggregate } from '@karez/kernel';
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

export interface Author {
  readonly id: string;
  readonly name: string;
}
/** Elements with nothing left to guess: what the sender did not say has its default. */
export type CompleteElements = DocumentElements &
  Required<Pick<DocumentElements, 'urgency' | 'securityClass' | 'disclosure' | 'issuerMark'>>;

/** 待发公文: elements and files of one document of one body; from sealing on immutable. */
@Entity('document')
export class OfficialDocument extends StatefulAggregate<OfficialDocument, DocumentState> {
  protected readonly flow = documentFlow;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('varchar') readonly state: DocumentState = documentFlow.initial;
  @VersionColumn() readonly version!: number;
  @Column('int') readonly eventSequence: number = 0;
  @Column('uuid') readonly orgId!: string;
  @Column('jsonb') readonly elements!: CompleteElements;
  @Column('text') readonly title!: string;
  @Column('text') readonly agencyCode!: string;
  @Column('int') readonly year!: number;
  @Column('int') readonly serial!: number;
  @Column('timestamptz') readonly createdAt!: Date;
  @Column('uuid') readonly createdBy!: string;
  @Column('text') readonly createdByName!: string;
  @Column('timestamptz', { nullable: true }) readonly sealedAt: Date | null = null;
  @Column('text', { nullable: true }) readonly sealedByName: string | null = null;
  @Column('char', { nullable: true }) readonly digest: string | null = null;

  static draft(id: string, orgId: string, elements: CompleteElements, { id: createdBy, name }: Author, now: Date): OfficialDocument {
    const document = new OfficialDocument();
    document.change({ id, orgId, createdAt: now, createdBy, createdByName: name, ...columnsOf(elements) });
    return document;
  }

  get number(): string {
    return documentNumberText(this.documentNumber);
  }
  get documentNumber(): DocumentNumber {
    return { agencyCode: this.agencyCode, year: this.year, serial: this.serial };
  }

  /** @throws DomainError `exchange.document.sealed`, `state.version_changed` */
  edit(elements: CompleteElements, version: number): void {
    if (this.state === 'sealed') throw new DomainError('exchange.document.sealed');
    if (this.state !== 'draft') throw new DomainError('not_found', { id: this.id });
    if (version !== this.version) throw new DomainError('state.version_changed');
    this.change(columnsOf(elements));
  }

  /** 封装. @throws DomainError `exchange.document.sealed` */
  seal(digest: string, by: Author, now: Date): void {
    if (this.state === 'sealed') throw new DomainError('exchange.document.sealed');
    this.moveTo('sealed', { digest, sealedAt: now, sealedByName: by.name });
    this.record(new DocumentSealed(this.id, this.orgId, digest), { orgIds: [this.orgId] });
  }

  /** @throws DomainError `exchange.document.sealed` */
  discard(): void {
    if (this.state === 'sealed') throw new DomainError('exchange.document.sealed');
    this.moveTo('discarded');
  }
}

const columnsOf = (elements: CompleteElements) => ({
  elements,
  title: elements.title,
  agencyCode: elements.documentNumber.agencyCode,
  year: elements.documentNumber.year,
  serial: elements.documentNumber.serial,
});
