import { holds } from '@karez/auth';
import {
  type DocumentAct,
  type DocumentPhase,
  documentPhaseWords,
  type OfficialText,
  officePhases,
  writingPhases,
} from '@karez/contracts-oa';
import { type Actor, DomainError } from '@karez/kernel';
import type { Step } from './document-steps.js';
import type { OutgoingDocument } from './outgoing-document.entity.js';

const officeAct: Readonly<Partial<Record<DocumentPhase, DocumentAct>>> = {
  rechecking: 'recheck',
  numbering: 'number',
  typesetting: 'typeset',
  proofreading: 'proofread',
  sealing: 'seal',
  distributing: 'distribute',
  distributed: 'close',
};
const isWriting = (state: DocumentPhase): boolean => (writingPhases as readonly string[]).includes(state);

export interface DocumentStanding {
  readonly document: Pick<OutgoingDocument, 'state' | 'drafterId'>;
  readonly open: readonly Step[];
  /** The caller reaches the issuing body with the permission of its office. */
  readonly office: boolean;
  /** Whose turns the caller may take: the own, and those of whom the caller stands in for. */
  readonly holders: readonly string[];
}
/** The caller's own open turn. */
const turnOf = ({ open, holders }: DocumentStanding): Step | undefined =>
  open.find(({ personId }) => personId !== null && holders.includes(personId));

export const mayWrite = (standing: DocumentStanding, actor: Actor): boolean =>
  isWriting(standing.document.state) && turnOf(standing) !== undefined && holds(actor, 'oa.document.handle');

/** What the caller may do now. A countersigner opines and nothing else; who sent it round sends it on. */
export function actsOnDocument(standing: DocumentStanding, actor: Actor): DocumentAct[] {
  const { document, open, office } = standing;
  const { state } = document;
  const next = office ? officeAct[state] : undefined;
  const sentUnseen = open.some(({ sentBy, personId, seenAt }) => sentBy === actor.id && personId !== actor.id && !seenAt);
  const ownDraft = document.drafterId === actor.id;
  const waits = open.some(({ personId }) => personId === null || !standing.holders.includes(personId));
  const ends = isWriting(state) ? ownDraft : office && (officePhases as readonly string[]).includes(state);
  return [
    ...turnActs(standing, actor),
    ...(next ? [next] : []),
    ...(office && state === 'rechecking' ? (['return'] as const) : []),
    ...(isWriting(state) && sentUnseen ? (['recall'] as const) : []),
    ...(waits && (ownDraft || office) ? (['urge'] as const) : []),
    ...(ends ? (['void'] as const) : []),
  ];
}

/** What the caller's own turn is for, while the text is written. */
function turnActs(standing: DocumentStanding, actor: Actor): DocumentAct[] {
  const { state } = standing.document;
  const turn = turnOf(standing);
  if (!turn || !isWriting(state)) return [];
  if (isBranch(turn)) return ['opine', 'return'];
  const signs = state === 'signing' && holds(actor, 'oa.document.sign');
  return ['save', ...(signs ? (['sign'] as const) : []), 'forward', ...(state === 'drafting' ? [] : (['return'] as const))];
}

/** One of those who countersign, as against the one who sent it round and collects what they said. */
export const isBranch = ({ phase, personId, sentBy }: Pick<Step, 'phase' | 'personId' | 'sentBy'>): boolean =>
  phase === 'countersigning' && personId !== sentBy;

/**
 * What must be there before a leader is asked to sign.
 * @throws DomainError `oa.document.nobody_addressed`, `oa.document.reply_one`
 */
export function assertSignable({ genre, addressees }: OfficialText): void {
  const toEverybody = ['announcement', 'public_notice', 'order', 'resolution', 'decision', 'communique', 'minutes'].includes(genre);
  if (!toEverybody && addressees.length === 0) throw new DomainError('oa.document.nobody_addressed');
  // 请示 goes to one superior (《条例》 art. 15)
  if (genre === 'request' && addressees.length !== 1) throw new DomainError('oa.document.reply_one');
}

/** @throws DomainError `oa.document.act_refused` */
export function assertPhase(state: DocumentPhase, allowed: readonly DocumentPhase[]): void {
  if (!allowed.includes(state)) throw new DomainError('oa.document.act_refused', { state: documentPhaseWords[state] });
}
