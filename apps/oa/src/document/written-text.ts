import { bodyFaults, type OfficialText } from '@karez/contracts-oa';
import { canonicalBytes, type JsonValue, sm3 } from '@karez/crypto';
import { DomainError } from '@karez/kernel';
import type { OutgoingDocument, Written } from './outgoing-document.entity.js';

/**
 * A text as it is kept: what its writer may say of it, without what the office gives it later (number, day, printing office).
 * @throws DomainError `oa.document.body_invalid` naming what the schema does not know
 */
export function writtenText(given: OfficialText): Written {
  const faults = bodyFaults(given.body);
  if (faults.length) throw new DomainError('oa.document.body_invalid', { faults: faults.slice(0, 3).join('；') });

  const { number, formedOn, printedBy, printedOn, ...text } = given;
  return { text, digest: digestOf(text) };
}

/** SM3 of the canonical JSON (RFC 8785) of a text. */
export const digestOf = (text: OfficialText): string => sm3(canonicalBytes(JSON.parse(JSON.stringify(text)) as JsonValue)).toString('hex');

/** The text with what the office has given it: what is printed. */
export function completeText(text: OfficialText, document: OutgoingDocument, host: string): OfficialText {
  const number = document.number ? numberOf(document.number) : undefined;
  const signers = document.signedByName && text.upward ? { signer: document.signedByName } : {};
  return {
    ...text,
    issuers: text.issuers.map((issuer, index) => (index === 0 ? { ...issuer, ...signers } : issuer)),
    ...(number && { number }),
    ...(document.formedOn && { formedOn: document.formedOn, printedBy: host, printedOn: document.formedOn }),
  };
}

/** 新水办〔2026〕128号 as its parts. */
function numberOf(text: string): OfficialText['number'] {
  const [, code = '', year = '', serial = ''] = /^(.+)〔(\d{4})〕(\d+)号$/.exec(text) ?? [];
  return { code, year: Number(year), serial: Number(serial) };
}
