import type { CreateDocument, FileOfDocument } from '@karez/contracts-exchange';
import { DomainError } from '@karez/kernel';
import type { Body } from '../body/body.js';
import type { CompleteElements } from './document.entity.js';
import { assertUnclassified } from './secrecy.policy.js';

/**
 * Fills in what the sender left open and refuses what may not be kept.
 * @throws DomainError `exchange.document.classified…`, `exchange.document.reason_missing`, `exchange.document.two_layouts`
 */
export function completeElements(request: CreateDocument, sender: Body): CompleteElements {
  const { orgId: _org, files, urgency = 'none', securityClass = 'none', disclosure = 'none', ...given } = request;
  assertUnclassified(securityClass, given.title, given.body, given.annotation, ...(given.attachmentNotes ?? []));
  if (disclosure === 'none' && !given.nonDisclosureReason?.trim()) given.nonDisclosureReason = '内部工作事项';
  if ((files ?? []).filter(isLayout).length > 1) throw new DomainError('exchange.document.two_layouts');
  const { issuerMark = `${sender.name}文件` } = given;
  return { ...withoutVersion(given), issuerMark, urgency, securityClass, disclosure };
}

export const isLayout = ({ role }: Pick<FileOfDocument, 'role'>): boolean => role === 'layout';

/** The fields of a change that are not elements of the document. */
function withoutVersion<T extends object>(given: T): T {
  const { version: _version, documentId: _id, ...elements } = given as T & { version?: number; documentId?: string };
  return elements as T;
}

/** What has to be there before a body signs it. @throws DomainError `exchange.document.empty` */
export function assertComplete(elements: CompleteElements, files: readonly Pick<FileOfDocument, 'role'>[]): void {
  if (!elements.body?.trim() && !files.some(isLayout)) throw new DomainError('exchange.document.empty');
}
