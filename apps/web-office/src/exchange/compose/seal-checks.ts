import type { DocumentType, LayoutSignature } from '@karez/contracts-exchange';
import { isUndecided, isUnusable } from '../../upload/upload-flow.js';
import type { UploadedFile } from '../../upload/use-uploads.js';
import { type Draft, namesIn, numberOf } from './draft-values.js';

export interface SealCheck {
  readonly key: string;
  /** ok, to mend before sealing, waiting for something that comes by itself, good to know. */
  readonly state: 'ok' | 'mend' | 'wait' | 'note';
  readonly words: string;
  /** Field of the form in which it is mended. */
  readonly field?: string;
}

/** Kinds that always go upward, and so name their signatory (GB/T 9704-2012 §7.2.6). */
const upward: readonly DocumentType[] = ['request', 'report'];

export interface DraftToCheck extends Draft {
  /** Files still on their way: they belong to the document only when they have arrived. */
  readonly moving?: number;
}

/** 封装前检查: what sealing would be refused for, and what a careful clerk looks at. */
export const sealChecks = (draft: DraftToCheck, signatures: readonly LayoutSignature[] | undefined): readonly SealCheck[] => [
  elements(draft),
  text(draft),
  ...signatory(draft),
  ...notes(draft),
  ...transfers(draft),
  scan([...draft.files.layout, ...draft.files.attachment]),
  ...seals(draft, signatures),
];
export const mayBeSealed = (checks: readonly SealCheck[]): boolean => checks.every(({ state }) => state === 'ok' || state === 'note');

export function checkWords(checks: readonly SealCheck[]): string {
  const mend = checks.filter(({ state }) => state === 'mend').length;
  if (mend > 0) return `${mend} 项待改`;
  const waiting = checks.find(({ state }) => state === 'wait');
  if (!waiting) return '可以封装';
  return waiting.key === 'transfers' ? '等上传完成' : '等查毒通过';
}

function elements({ values }: Draft): SealCheck {
  const missing = (
    [
      ['title', '标题', Boolean(values.title && values.title.trim().length >= 2)],
      ['documentType', '文种', Boolean(values.documentType)],
      ['documentNumber', '发文字号', Boolean(numberOf(values.documentNumber))],
      ['issueDate', '成文日期', Boolean(values.issueDate)],
    ] as const
  ).filter(([, , there]) => !there);
  if (missing.length === 0) return { key: 'elements', state: 'ok', words: '要素齐全' };
  return { key: 'elements', state: 'mend', words: `还缺${missing.map(([, word]) => word).join('、')}`, field: missing[0]![0] };
}

function text({ values, files }: Draft): SealCheck {
  const layout = files.layout.length > 0;
  if (!layout && !values.body?.trim()) return { key: 'text', state: 'mend', words: '没有正文，也没有版式文件', field: 'body' };
  return { key: 'text', state: 'ok', words: layout ? '有版式文件' : '有正文' };
}

function signatory({ values }: Draft): SealCheck[] {
  if (!values.documentType || !upward.includes(values.documentType)) return [];
  return namesIn(values.signatories)
    ? [{ key: 'signatory', state: 'ok', words: '上行文，已写明签发人' }]
    : [{ key: 'signatory', state: 'mend', words: '上行文须写明签发人', field: 'signatories' }];
}

function notes({ values, files }: Draft): SealCheck[] {
  const named = (values.attachmentNotes ?? '').split('\n').filter((line) => line.trim()).length;
  const there = files.attachment.length;
  if (named === there) return [];
  const words = named === 0 ? '正文没有附件说明' : `附件说明写了 ${named} 个，附件有 ${there} 个`;
  return [{ key: 'notes', state: 'note', words, field: 'attachmentNotes' }];
}

function transfers({ moving = 0 }: DraftToCheck): SealCheck[] {
  return moving > 0 ? [{ key: 'transfers', state: 'wait', words: `${moving} 个文件还在上传` }] : [];
}

function scan(files: readonly UploadedFile[]): SealCheck {
  if (files.length === 0) return { key: 'scan', state: 'ok', words: '没有附件，不用查毒' };
  const bad = files.filter(({ state, readable }) => isUnusable(state) || (state === 'not_scanned' && readable === false));
  if (bad.length > 0) return { key: 'scan', state: 'mend', words: `${bad.map(({ name }) => `「${name}」`).join('、')}不能使用，请移除` };
  const waiting = files.filter(({ state }) => isUndecided(state)).length;
  if (waiting > 0) return { key: 'scan', state: 'wait', words: `${waiting} 个文件还在查毒` };
  const unscanned = files.some(({ state }) => state === 'not_scanned');
  return {
    key: 'scan',
    state: unscanned ? 'note' : 'ok',
    words: unscanned ? '有文件未经查毒，按本单位规定可以使用' : `${files.length} 个文件查毒通过`,
  };
}

/** What was found in the layout file; known after it was saved with the draft. */
function seals({ files }: Draft, signatures: readonly LayoutSignature[] | undefined): SealCheck[] {
  if (files.layout.length === 0 || !signatures) return [];
  if (signatures.length === 0) return [{ key: 'seal', state: 'note', words: '版式文件里没有电子印章' }];
  const broken = signatures.filter(({ verdict }) => verdict === 'invalid').length;
  if (broken > 0) return [{ key: 'seal', state: 'mend', words: '版式文件的电子印章验证不通过，请用盖章后未改动的文件' }];
  const unsure = signatures.some(({ verdict }) => verdict === 'unverifiable');
  const whose = signatures
    .map(({ sealName, signer }) => sealName ?? signer)
    .filter(Boolean)
    .join('、');
  return [{ key: 'seal', state: unsure ? 'note' : 'ok', words: `${unsure ? '电子印章无法核验' : '电子印章有效'}${whose && `：${whose}`}` }];
}
