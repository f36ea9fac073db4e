import type { LetterProgress, LetterProgressStep, LetterRow, LetterView } from '@karez/contracts-portal';
import type { Actor } from '@karez/kernel';
import type { Letter } from './letter.entity.js';
import { actsOnLetter, openLetterStates } from './letter.policy.js';

interface Around {
  readonly orgName: string;
  readonly steps: LetterProgressStep[];
}
export const isOpen = ({ state }: Pick<Letter, 'state'>): boolean => (openLetterStates as readonly string[]).includes(state);

export type RowOf = Pick<
  Letter,
  'id' | 'siteId' | 'receipt' | 'kind' | 'letterClass' | 'subject' | 'state' | 'orgId' | 'receivedAt' | 'dueAt'
>;
export const letterRow = (letter: RowOf, orgName: string, now: Date): LetterRow => {
  const { id, siteId, receipt, kind, letterClass, subject, state, orgId, receivedAt, dueAt } = letter;
  return {
    ...{ id, siteId, receipt, kind, letterClass, subject, state, orgId, orgName },
    ...{ receivedAt: receivedAt.toISOString(), dueAt: dueAt.toISOString(), overdue: isOpen(letter) && dueAt < now },
  };
};

export function letterView(letter: Letter, { orgName, steps }: Around, reader: Actor, now: Date): LetterView {
  const { text, name, phone, address, mayPublish, dueProvisional, reply, replyByName, returnedFor, answeredAt, version } = letter;
  const { published, closedReason, satisfaction } = letter;
  return {
    ...letterRow(letter, orgName, now),
    ...{ text, name, mayPublish, dueProvisional, steps, version, acts: actsOnLetter(letter, reader) },
    ...(phone && { phone }),
    ...(address && { address }),
    ...(reply && { reply }),
    ...(replyByName && { replyByName }),
    ...(returnedFor && { returnedFor }),
    ...(answeredAt && { answeredAt: answeredAt.toISOString(), published }),
    ...(closedReason && { closedReason }),
    ...(satisfaction !== null && { satisfaction }),
  };
}

/** To the writer, who has the codes: an answer only once it was approved, and who in the office wrote it never. */
export function letterProgress(letter: Letter, { orgName, steps }: Around): LetterProgress {
  const { receipt, kind, subject, text, state, receivedAt, dueAt, reply, answeredAt, closedReason, satisfaction } = letter;
  return {
    ...{ receipt, kind, subject, text, state, receivedAt: receivedAt.toISOString(), steps },
    ...(isOpen(letter) && { dueAt: dueAt.toISOString() }),
    ...(state !== 'received' && orgName && { unit: orgName }),
    ...(answeredAt && reply && { reply, answeredAt: answeredAt.toISOString() }),
    ...(closedReason && { closedReason }),
    ...(satisfaction !== null && { satisfaction }),
  };
}
