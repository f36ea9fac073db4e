import { holds } from '@karez/auth';
import { type LetterAct, type LetterClass, letterClasses, type LetterKind, type LetterState } from '@karez/contracts-portal';
import { type Actor, DomainError, type DueDate, type WorkingCalendar } from '@karez/kernel';
import { findLeaks } from '../word-check/leaks.js';

export const openLetterStates = ['received', 'routed', 'drafted'] as const satisfies readonly LetterState[];
/** The class that a letter has until it is routed. */
export const classByKind: Readonly<Record<LetterKind, LetterClass>> = {
  ...{ leader_mailbox: 'suggestion', consult: 'consult', complaint: 'complaint', suggestion: 'suggestion' },
};
interface ActRule {
  readonly states: readonly LetterState[];
  readonly needs: 'portal.letter.handle' | 'portal.letter.approve';
}
export const letterActRules: Readonly<Record<LetterAct, ActRule>> = {
  route: { states: ['received', 'routed'], needs: 'portal.letter.approve' },
  draft: { states: ['routed'], needs: 'portal.letter.handle' },
  approve: { states: ['drafted'], needs: 'portal.letter.approve' },
  return: { states: ['drafted'], needs: 'portal.letter.approve' },
  close: { states: ['received', 'routed'], needs: 'portal.letter.approve' },
};

/** 办理期限: counted from the receipt, however late the letter was routed. */
export const letterDue = (calendar: WorkingCalendar, receivedAt: Date, letterClass: LetterClass): DueDate =>
  calendar.addWorkingDays(receivedAt, letterClasses[letterClass]);

interface Handled {
  readonly state: LetterState;
  readonly replyBy: string | null;
}
/** What the caller may do with a letter in reach; who wrote the answer is not offered its approval. */
export const actsOnLetter = (letter: Handled, actor: Actor): LetterAct[] =>
  (Object.keys(letterActRules) as LetterAct[]).filter((act) => {
    const { states, needs } = letterActRules[act];
    return states.includes(letter.state) && holds(actor, needs) && (act !== 'approve' || letter.replyBy !== actor.id);
  });

const leakNames = { identity_number: '身份证件号码', phone: '手机号码', bank_card: '银行卡号' } as const;
interface Shown {
  readonly texts: readonly string[];
  readonly personal: Readonly<Record<string, string | null>>;
}
/**
 * Nothing that tells who somebody is goes out to everybody: numbers of people, and the writer's own name, phone and address.
 * @throws DomainError `portal.letter.leaks` naming the kinds
 */
export function assertNoLeak({ texts, personal }: Shown): void {
  const whole = texts.join('\n');
  const own = Object.entries(personal).flatMap(([kind, value]) => (value && whole.includes(value) ? [kind] : []));
  const kinds = new Set([...own, ...findLeaks(whole).map(({ kind }) => leakNames[kind])]);
  if (kinds.size) throw new DomainError('portal.letter.leaks', { kinds: [...kinds].join('、') });
}
