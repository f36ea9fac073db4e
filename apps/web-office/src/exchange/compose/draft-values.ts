import {
  type CreateDocument,
  type Disclosure,
  type DocumentNumber,
  type DocumentRelation,
  type DocumentType,
  type DocumentView,
  documentNumberText,
  type FileRole,
  type SecurityClass,
  type Urgency,
} from '@karez/contracts-exchange';
import type { UploadedFile } from '../../upload/use-uploads.js';

/** What stands in the form; not complete until it is sealed. */
export interface DraftValues {
  readonly title?: string;
  readonly documentType?: DocumentType;
  readonly documentNumber?: Partial<DocumentNumber>;
  readonly urgency?: Urgency;
  readonly securityClass?: SecurityClass;
  readonly disclosure?: Disclosure;
  readonly nonDisclosureReason?: string;
  /** Names, separated by 、 or blanks. */
  readonly signatories?: string;
  readonly issueDate?: string;
  readonly issuerMark?: string;
  readonly body?: string;
  /** One attachment a line. */
  readonly attachmentNotes?: string;
  readonly annotation?: string;
  readonly printingOffice?: string;
  readonly relations?: readonly DocumentRelation[];
}
export type DraftFiles = Readonly<Record<FileRole, readonly UploadedFile[]>>;
export interface Draft {
  readonly values: DraftValues;
  readonly files: DraftFiles;
}
export const noFiles: DraftFiles = { layout: [], attachment: [] };

export function draftOf(view: DocumentView): Draft {
  const { title, documentType, documentNumber, urgency, securityClass, disclosure, issueDate, issuerMark } = view;
  const { nonDisclosureReason, body, annotation, printingOffice, relations } = view;
  const kept = { nonDisclosureReason, body, annotation, printingOffice, relations };
  const values: DraftValues = {
    ...{ title, documentType, documentNumber, urgency, securityClass, disclosure, issueDate, issuerMark, ...kept },
    signatories: view.signatories?.join('、'),
    attachmentNotes: view.attachmentNotes?.join('\n'),
  };
  return { values, files: filesOf(view) };
}

const filesOf = ({ files }: DocumentView): DraftFiles => {
  const of = (role: FileRole): UploadedFile[] =>
    files.filter((file) => file.role === role).map((file) => ({ ...file, state: file.state as UploadedFile['state'] }));
  return { layout: of('layout'), attachment: of('attachment') };
};

/** What the exchange takes, once title, kind, number and day are there; empty fields are left out. */
export function requestOf({ values, files }: Draft): CreateDocument | undefined {
  const { title, documentType, issueDate, documentNumber } = values;
  const number = numberOf(documentNumber);
  if (!title || title.trim().length < 2 || !documentType || !issueDate || !number) return undefined;
  const optional = {
    ...{ urgency: values.urgency, securityClass: values.securityClass, disclosure: values.disclosure },
    nonDisclosureReason: values.disclosure === 'none' ? trimmed(values.nonDisclosureReason) : undefined,
    ...{ signatories: namesIn(values.signatories), issuerMark: trimmed(values.issuerMark), body: trimmed(values.body) },
    ...{ attachmentNotes: linesIn(values.attachmentNotes), annotation: trimmed(values.annotation) },
    ...{ printingOffice: trimmed(values.printingOffice), relations: relationsIn(values.relations) },
  };
  return {
    ...{ title: title.trim(), documentType, documentNumber: number, issueDate },
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    files: (['layout', 'attachment'] as const).flatMap((role) => files[role].map(({ fileId }) => ({ fileId, role }))),
  };
}

/** 代字, year and serial, when all three are there and stand as GB/T 9704 wants them. */
export function numberOf(number: Partial<DocumentNumber> | undefined): DocumentNumber | undefined {
  const { agencyCode, year, serial } = number ?? {};
  if (!agencyCode || !/^[^\s〔〕[\]()（）第号]{1,30}$/u.test(agencyCode)) return undefined;
  if (!year || year < 1949 || year > 2999 || !serial || serial < 1 || serial > 999_999) return undefined;
  return { agencyCode, year, serial };
}
/** `新水办〔2026〕128号`, with an empty place for what is missing. */
export const numberText = (number: Partial<DocumentNumber> | undefined): string => {
  const whole = numberOf(number);
  return whole ? documentNumberText(whole) : `${number?.agencyCode ?? ''}〔${number?.year ?? ''}〕号`;
};

const trimmed = (text: string | undefined): string | undefined => text?.trim() || undefined;
const listed = (texts: readonly string[]): string[] | undefined => (texts.length > 0 ? [...texts] : undefined);
export const namesIn = (text: string | undefined): string[] | undefined => listed((text ?? '').split(/[、，,;；\s]+/u).filter(Boolean));
export const linesIn = (text: string | undefined): string[] | undefined =>
  listed(
    (text ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim().replace(/^\d+[.．、]\s*/, ''))
      .filter(Boolean),
  );
const relationsIn = (relations: readonly DocumentRelation[] | undefined): DocumentRelation[] | undefined => {
  const whole = (relations ?? []).filter(({ kind, target }) => Boolean(kind) && target?.trim());
  return whole.length > 0 ? whole.map(({ kind, target }) => ({ kind, target: target.trim() })) : undefined;
};
