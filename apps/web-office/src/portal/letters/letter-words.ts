import { letterClasses, type LetterClass, type LetterKind, type LetterState } from '@karez/contracts-portal';
import { palette, type StateLook } from '@karez/web-ui';

export const letterLook: Readonly<Record<LetterState, StateLook>> = {
  received: { label: '待转办', glyph: 'diamond', color: palette.amber },
  routed: { label: '承办中', glyph: 'half', color: palette.water },
  drafted: { label: '待审定', glyph: 'half', color: palette.water },
  answered: { label: '已答复', glyph: 'full', color: palette.green },
  closed: { label: '不予受理', glyph: 'barred', color: palette.slate },
};
export const letterKindWord: Readonly<Record<LetterKind, string>> = {
  ...{ leader_mailbox: '厅长信箱', consult: '咨询', complaint: '投诉', suggestion: '建议' },
};
const classWord: Readonly<Record<LetterClass, string>> = { consult: '咨询', suggestion: '建议', complaint: '投诉', complex: '复杂事项' };
/** 咨询（3 个工作日） */
export const letterClassWord = (letterClass: LetterClass): string => `${classWord[letterClass]}（${letterClasses[letterClass]} 个工作日）`;
export const satisfactionWord = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;
export const isOpenLetter = (state: LetterState): boolean => state !== 'answered' && state !== 'closed';
