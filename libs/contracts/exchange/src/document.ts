import { command, defineApi, defineFlow, Empty, ListRequest, pageOf, query, type StateOf } from '@karez/contracts-kernel';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  disclosures,
  type Disclosure,
  documentTypes,
  type DocumentRelationKind,
  type DocumentType,
  fileRoles,
  type FileRole,
  relationKindsOfDocuments,
  securityClasses,
  type SecurityClass,
  urgencies,
  type Urgency,
} from './document-terms.js';

/** 待发公文: changed as long as it is a draft; from `sealed` on immutable, with the body's signature over its digest. */
export const documentFlow = defineFlow('draft', { draft: ['sealed', 'discarded'], sealed: [], discarded: [] });
export type DocumentState = StateOf<typeof documentFlow>;
export const documentStates = Object.keys(documentFlow.moves) as DocumentState[];
export const documentActs = ['edit', 'seal', 'send', 'discard'] as const;
export type DocumentAct = (typeof documentActs)[number];

/** 发文字号 `新水办〔2026〕128号`: 机关代字, year in full, serial without leading zeros (GB/T 9704-2012 §7.2.5). */
export class DocumentNumber {
  @IsString() @Length(1, 30) @Matches(/^[^\s〔〕[\]()（）第号]+$/u) agencyCode!: string;
  @IsInt() @Min(1949) @Max(2999) year!: number;
  @IsInt() @Min(1) @Max(999_999) serial!: number;
}
export const documentNumberText = ({ agencyCode, year, serial }: DocumentNumber): string => `${agencyCode}〔${year}〕${serial}号`;

export class DocumentRelation {
  @IsIn(relationKindsOfDocuments) kind!: DocumentRelationKind;
  /** 发文字号, or the id of a delivery here. */
  @IsString() @Length(1, 80) target!: string;
}

/** The elements of GB/T 9704-2012 that a sender fills in. */
export class DocumentElements {
  @IsString() @Length(2, 200) title!: string;
  @IsIn(documentTypes) documentType!: DocumentType;
  @ValidateNested() @Type(() => DocumentNumber) documentNumber!: DocumentNumber;
  @IsOptional() @IsIn(urgencies) urgency?: Urgency;
  @IsOptional() @IsIn(securityClasses) securityClass?: SecurityClass;
  @IsOptional() @IsIn(disclosures) disclosure?: Disclosure;
  @IsOptional() @IsString() @MaxLength(500) nonDisclosureReason?: string;
  /** 签发人: needed by an upward document. */
  @IsOptional() @IsArray() @ArrayMaxSize(10) @IsString({ each: true }) @Length(1, 40, { each: true }) signatories?: string[];
  /** 成文日期, `2026-11-23`. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) issueDate!: string;
  /** 发文机关标志, `新疆维吾尔自治区水利厅文件`; the body's name and 文件 unless told. */
  @IsOptional() @IsString() @Length(2, 120) issuerMark?: string;
  /** 正文, paragraphs separated by line ends. May be left out when a layout file carries it. */
  @IsOptional() @IsString() @MaxLength(100_000) body?: string;
  /** 附件说明. */
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) @Length(1, 200, { each: true }) attachmentNotes?: string[];
  /** 附注. */
  @IsOptional() @IsString() @MaxLength(500) annotation?: string;
  /** 印发机关. */
  @IsOptional() @IsString() @MaxLength(80) printingOffice?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => DocumentRelation) relations?: DocumentRelation[];
}
export class FileOfDocument {
  @IsUUID() fileId!: string;
  /** 版式文件: at most one. */
  @IsIn(fileRoles) role!: FileRole;
}
export class CreateDocument extends DocumentElements {
  /** The sending body; unless told, the nearest body at or above the caller's own unit. */
  @IsOptional() @IsUUID() orgId?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => FileOfDocument) files?: FileOfDocument[];
}
export class UpdateDocument extends CreateDocument {
  @IsUUID() documentId!: string;
  /** The version that the change was made on. */
  @IsInt() @Min(1) version!: number;
}
export class GetDocument {
  @IsUUID() documentId!: string;
}
export class ListDocuments extends ListRequest {
  @IsOptional() @IsIn(documentStates) state?: DocumentState;
  /** Only those that were sealed and never sent. */
  @IsOptional() @Type(() => String) @IsIn(['true', 'false']) unsent?: 'true' | 'false';
  @IsOptional() @IsString() @MaxLength(60) q?: string;
}

/** A signature found inside a layout file. */
export class LayoutSignature {
  @IsString() kind!: string;
  @IsOptional() @IsString() signer?: string;
  @IsOptional() @IsString() sealName?: string;
  @IsOptional() @IsString() signedAt?: string;
  @IsOptional() @IsArray() @IsInt({ each: true }) pages?: number[];
  @IsIn(['valid', 'invalid', 'unverifiable']) verdict!: 'valid' | 'invalid' | 'unverifiable';
  /** Error code of this contract that says why it is not valid. */
  @IsOptional() @IsString() reason?: string;
  /** The part of the file that the reason is about: `{about}` in its text. */
  @IsOptional() @IsString() about?: string;
  /** Whether its certificates lead to an issuer that this node was told to trust; apart from the verdict, which is arithmetic. */
  @IsOptional() @IsBoolean() trusted?: boolean;
}
/** What was found when a layout file was opened. */
export class LayoutView {
  @IsIn(['ofd', 'pdf']) format!: 'ofd' | 'pdf';
  @IsOptional() @IsString() title?: string;
  @IsOptional() @IsInt() pages?: number;
  @IsArray() @ValidateNested({ each: true }) @Type(() => LayoutSignature) signatures!: LayoutSignature[];
}
export class DocumentFileView {
  @IsUUID() fileId!: string;
  @IsIn(fileRoles) role!: FileRole;
  @IsInt() ordinal!: number;
  @IsString() name!: string;
  /** In bytes. */
  @IsInt() size!: number;
  @IsOptional() @IsString() mediaType?: string;
  /** SM3, hexadecimal; absent until the file was looked at. */
  @IsOptional() @IsString() sm3?: string;
  /** State of the stored file: `quarantined`, `clean`, `infected` … */
  @IsString() state!: string;
  @IsBoolean() readable!: boolean;
  /** Why it cannot be used: an error code and its parameters. */
  @IsOptional() @IsString() reason?: string;
  @IsOptional() @IsObject() reasonParams?: Record<string, string | number>;
  @IsOptional() @IsISO8601() checkedAt?: string;
  @IsOptional() @ValidateNested() @Type(() => LayoutView) layout?: LayoutView;
}
export class DocumentRow {
  @IsUUID() id!: string;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsString() title!: string;
  @IsIn(documentTypes) documentType!: DocumentType;
  /** `新水办〔2026〕128号` */
  @IsString() number!: string;
  @IsIn(urgencies) urgency!: Urgency;
  @IsIn(documentStates) state!: DocumentState;
  @IsISO8601() createdAt!: string;
  @IsOptional() @IsISO8601() sealedAt?: string;
  @IsInt() dispatches!: number;
}
export class DocumentView extends DocumentElements {
  @IsUUID() id!: string;
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  @IsIn(documentStates) state!: DocumentState;
  @IsString() number!: string;
  @IsIn(urgencies) declare urgency: Urgency;
  @IsIn(securityClasses) declare securityClass: SecurityClass;
  @IsIn(disclosures) declare disclosure: Disclosure;
  @IsString() declare issuerMark: string;
  @IsArray() @ValidateNested({ each: true }) @Type(() => DocumentFileView) files!: DocumentFileView[];
  @IsISO8601() createdAt!: string;
  @IsString() createdByName!: string;
  @IsOptional() @IsISO8601() sealedAt?: string;
  @IsOptional() @IsString() sealedByName?: string;
  /** SM3 of the canonical form, hexadecimal; from sealing on. */
  @IsOptional() @IsString() digest?: string;
  @IsOptional() @IsString() keyId?: string;
  @IsInt() version!: number;
  /** What the caller may do with it now. */
  @IsArray() @IsIn(documentActs, { each: true }) acts!: DocumentAct[];
}
/** The next serial that is free for an agency code this year; only a proposal, the number is taken when the document is created. */
export class NextNumber {
  @IsOptional() @IsUUID() orgId?: string;
  @IsOptional() @IsString() @Length(1, 30) agencyCode?: string;
}
export class NextNumberView {
  /** The body in whose name the caller would send. */
  @IsUUID() orgId!: string;
  @IsString() orgName!: string;
  /** Agency codes that the body has used, latest first. */
  @IsArray() @IsString({ each: true }) agencyCodes!: string[];
  @IsOptional() @ValidateNested() @Type(() => DocumentNumber) next?: DocumentNumber;
}

const v = { version: 1 } as const;
export const documentApi = defineApi('exchange', {
  createDocument: command({
    ...{ ...v, http: 'POST /exchange/documents', needs: 'exchange.document.write', status: 201 },
    ...{ request: CreateDocument, response: DocumentView, summary: '登记待发公文' },
  }),
  updateDocument: command({
    ...{ ...v, http: 'PUT /exchange/documents/:documentId', needs: 'exchange.document.write' },
    ...{ request: UpdateDocument, response: DocumentView, summary: '修改待发公文' },
  }),
  listDocuments: query({
    ...{ ...v, http: 'GET /exchange/documents', needs: 'exchange.document.read' },
    ...{ request: ListDocuments, response: pageOf(DocumentRow), summary: '待发公文' },
  }),
  nextDocumentNumber: query({
    ...{ ...v, http: 'GET /exchange/document-numbers/next', needs: 'exchange.document.write' },
    ...{ request: NextNumber, response: NextNumberView, summary: '下一个发文字号' },
  }),
  getDocument: query({
    ...{ ...v, http: 'GET /exchange/documents/:documentId', needs: 'exchange.document.read' },
    ...{ request: GetDocument, response: DocumentView, summary: '待发公文详情' },
  }),
  sealDocument: command({
    ...{ ...v, http: 'POST /exchange/documents/:documentId/seal', needs: 'exchange.document.seal', stepUp: true },
    ...{ request: GetDocument, response: DocumentView, summary: '封装公文' },
  }),
  discardDocument: command({
    ...{ ...v, http: 'DELETE /exchange/documents/:documentId', needs: 'exchange.document.write' },
    ...{ request: GetDocument, response: Empty, summary: '删除草稿' },
  }),
});
