import { command, defineApi, ListRequest, pageOf, query } from '@karez/contracts-kernel';
import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';

/** The notices and decisions of the model documents of water licensing that are issued here, and the licence. */
export const documentKinds = [
  ...(['acceptance', 'correction', 'not_needed', 'refusal', 'excluded_time', 'extension', 'grant', 'denial', 'licence'] as const),
] as const;
export type DocumentKind = (typeof documentKinds)[number];
export const documentNames: Readonly<Record<DocumentKind, string>> = {
  ...{ acceptance: '受理通知书', correction: '补正通知书', not_needed: '不受理告知书', refusal: '不予受理决定书' },
  ...{ excluded_time: '除外时间告知书', extension: '延期告知书', grant: '准予行政许可决定书', denial: '不予行政许可决定书' },
  ...{ licence: '行政许可证件' },
};
export const verifyCodePattern = /^[A-Z2-9]{12}$/;

export class CaseDocument {
  @IsUUID() id!: string;
  @IsIn(documentKinds) kind!: DocumentKind;
  @IsString() title!: string;
  /** From the gap-free ledger of its kind: `新水许准〔2026〕12号`. */
  @IsString() number!: string;
  @IsISO8601() issuedAt!: string;
  /** The paper is made after the act; it can be opened when it is ready. */
  @IsBoolean() ready!: boolean;
  @IsString() verifyCode!: string;
}
export class OpenDocument {
  @IsUUID() documentId!: string;
}
export class DocumentLink {
  /** Path on this platform's address, good for some minutes. */
  @IsString() url!: string;
  @IsISO8601() expiresAt!: string;
}

export const licenceStates = ['valid', 'expired', 'revoked'] as const;
export type LicenceState = (typeof licenceStates)[number];
export class LicenceRow {
  @IsUUID() id!: string;
  @IsUUID() caseId!: string;
  @IsString() name!: string;
  @IsString() number!: string;
  @IsString() holderName!: string;
  @IsString() itemCode!: string;
  @IsString() itemName!: string;
  @IsIn(licenceStates) state!: LicenceState;
  /** First and last day, `YYYY-MM-DD`. */
  @IsString() validFrom!: string;
  @IsString() validUntil!: string;
  /** Within 45 days of its end: a renewal is to be asked for. */
  @IsBoolean() renewalDue!: boolean;
  @IsString() verifyCode!: string;
  @IsOptional() @IsString() revokedReason?: string;
}
export class ListLicences extends ListRequest {
  @IsOptional() @IsIn(licenceStates) state?: LicenceState;
  @IsOptional() @IsString() @MaxLength(40) itemCode?: string;
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  @IsOptional() @IsIn(['-issued', 'until']) sort?: '-issued' | 'until';
}
export class RevokeLicence {
  @IsUUID() licenceId!: string;
  @IsString() @Length(1, 500) reason!: string;
}
/** 决定公示: what the law publishes of a decision (行政许可法 art. 40). */
export class PublishedDecision {
  @IsString() number!: string;
  @IsString() itemName!: string;
  /** A person's name is masked. */
  @IsString() holderName!: string;
  @IsString() subject!: string;
  @IsBoolean() granted!: boolean;
  @IsISO8601() decidedAt!: string;
  @IsString() authority!: string;
}
export class ListDecisions extends ListRequest {
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  @IsOptional() @IsString() @MaxLength(40) itemCode?: string;
  @IsOptional() @IsIn(['-decided']) sort?: '-decided';
}
export class VerifyDocument {
  @Matches(verifyCodePattern) code!: string;
  /** The mark of the seal that the QR code of the paper carries; when it is given it must be the document's. */
  @IsOptional() @Matches(/^[\w-]{86}$/) s?: string;
}
/** Only of a document whose seal stands: what was altered is refused with `approval.verify.tampered`. */
export class VerifiedDocument {
  @IsString() title!: string;
  @IsString() number!: string;
  @IsString() authority!: string;
  @IsISO8601() issuedAt!: string;
  @IsString() holderName!: string;
  @IsString() itemName!: string;
  /** Of a licence. */
  @IsOptional() @IsIn(licenceStates) state?: LicenceState;
  @IsOptional() @IsString() validFrom?: string;
  @IsOptional() @IsString() validUntil?: string;
  @IsOptional() @IsString() revokedReason?: string;
  /** SM3 of the issued paper, once it is made. */
  @IsOptional() @IsString() digest?: string;
  /** The SM2 signature that was checked: by which key, and when it was given. */
  @IsString() sealKeyId!: string;
  @IsISO8601() sealedAt!: string;
}

const v = { version: 1 } as const;
export const documentApi = defineApi('approval', {
  openDocument: command({
    ...{ ...v, http: 'POST /approval/documents/:documentId/open', needs: 'signed-in' },
    ...{ request: OpenDocument, response: DocumentLink, summary: '打开文书' },
  }),
  listLicences: query({
    ...{ ...v, http: 'GET /approval/licences', needs: 'approval.licence.read' },
    ...{ request: ListLicences, response: pageOf(LicenceRow), summary: '许可证件' },
  }),
  listMyLicences: query({
    ...{ ...v, http: 'GET /approval/my/licences', needs: 'applicant' },
    ...{ request: ListLicences, response: pageOf(LicenceRow), summary: '我的证照' },
  }),
  revokeLicence: command({
    ...{ ...v, http: 'POST /approval/licences/:licenceId/revoke', needs: 'approval.licence.write' },
    ...{ request: RevokeLicence, response: LicenceRow, summary: '撤销许可' },
  }),
  listDecisions: query({
    ...{ ...v, http: 'GET /approval/public/decisions', needs: 'anyone' },
    ...{ request: ListDecisions, response: pageOf(PublishedDecision), summary: '许可决定公示' },
  }),
  verifyDocument: query({
    ...{ ...v, http: 'GET /approval/public/verify/:code', needs: 'anyone' },
    ...{ request: VerifyDocument, response: VerifiedDocument, summary: '核验文书和证照' },
  }),
});
