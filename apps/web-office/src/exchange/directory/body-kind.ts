import { orgKindWord } from '../../words/org-words.js';

const words: Readonly<Record<string, string>> = orgKindWord;

/** Kind of a body in words; a kind of a newer server is said plainly. */
export const bodyKindWord = (kind: string): string => words[kind] ?? '单位';
