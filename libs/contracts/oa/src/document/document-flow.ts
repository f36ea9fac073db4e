import { defineFlow, type StateOf } from '@karez/contracts-kernel';
import type { Urgency } from './official-text.js';

/**
 * 发文: the statutory phases (《党政机关公文处理工作条例》 2012 ch. 4 to 6). A state says what the document waits for. Review, countersigning
 * and vetting may be left out or repeated; signing, recheck and numbering may not. Everything before the number may go back to its drafter.
 */
export const documentFlow = defineFlow('drafting', {
  drafting: ['reviewing', 'countersigning', 'vetting', 'signing', 'void'],
  reviewing: ['reviewing', 'countersigning', 'vetting', 'signing', 'drafting', 'void'],
  countersigning: ['reviewing', 'countersigning', 'vetting', 'signing', 'drafting', 'void'],
  vetting: ['countersigning', 'vetting', 'signing', 'drafting', 'void'],
  signing: ['signing', 'rechecking', 'drafting', 'void'],
  // a change of substance goes back to who signed
  rechecking: ['numbering', 'signing', 'drafting', 'void'],
  numbering: ['typesetting', 'rechecking', 'void'],
  typesetting: ['proofreading', 'void'],
  proofreading: ['sealing', 'typesetting', 'rechecking', 'void'],
  sealing: ['distributing', 'void'],
  distributing: ['distributed', 'void'],
  distributed: ['closed'],
  closed: ['archived'],
  archived: [],
  void: [],
});
export type DocumentPhase = StateOf<typeof documentFlow>;
export const documentPhases = Object.keys(documentFlow.moves) as DocumentPhase[];
export const documentPhaseWords: Readonly<Record<DocumentPhase, string>> = {
  drafting: '拟稿',
  reviewing: '审核',
  countersigning: '会签',
  vetting: '核稿',
  signing: '签发',
  rechecking: '复核',
  numbering: '登记编号',
  typesetting: '排版',
  proofreading: '校对',
  sealing: '用印',
  distributing: '分发',
  distributed: '已分发',
  closed: '已办结',
  archived: '已归档',
  void: '已作废',
};
/** Phases in which people pick who comes next, and may change the text. */
export const writingPhases = ['drafting', 'reviewing', 'countersigning', 'vetting', 'signing'] as const;
export type WritingPhase = (typeof writingPhases)[number];
/** Where a document may be sent by hand. */
export const forwardPhases = ['reviewing', 'countersigning', 'vetting', 'signing'] as const;
export type ForwardPhase = (typeof forwardPhases)[number];
/** 办理发文: what the office of the issuing body does, one after the other. */
export const officePhases = ['rechecking', 'numbering', 'typesetting', 'proofreading', 'sealing', 'distributing'] as const;

export const documentActs = [
  'save',
  'forward',
  'opine',
  'return',
  'recall',
  'sign',
  'recheck',
  'number',
  'typeset',
  'proofread',
  'seal',
  'distribute',
  'close',
  'archive',
  'urge',
  'void',
] as const;
export type DocumentAct = (typeof documentActs)[number];

/** 限时 by urgency, in working days, for one step. */
export const stepDays: Readonly<Record<Urgency, number>> = { none: 3, urgent: 1, extra_urgent: 1 };
