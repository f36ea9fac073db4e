import { holds } from '@karez/auth';
import { type HearingAct, type HearingKind, type HearingState, type QuestionAnswer, type SurveyQuestion } from '@karez/contracts-portal';
import { type Actor, DomainError } from '@karez/kernel';

export const hearingActStates: Readonly<Record<HearingAct, HearingState>> = {
  ...{ edit: 'draft', open: 'draft', close: 'open', report: 'closed', discard: 'draft' },
};
export const publicHearingStates = ['open', 'closed', 'reported'] as const satisfies readonly HearingState[];

export const actsOnHearing = ({ state }: { readonly state: HearingState }, actor: Actor): HearingAct[] =>
  holds(actor, 'portal.hearing.write')
    ? (Object.keys(hearingActStates) as HearingAct[]).filter((act) => hearingActStates[act] === state)
    : [];

/** @throws DomainError `portal.hearing.questions_missing` for a survey that nobody could answer */
export function assertQuestions(kind: HearingKind, questions: readonly SurveyQuestion[]): void {
  const answerable = questions.every((question) => question.kind === 'text' || (question.options?.length ?? 0) >= 2);
  if (kind === 'survey' && (!questions.length || !answerable)) throw new DomainError('portal.hearing.questions_missing');
}

/**
 * The answers as they are kept: each question at most once, what is required answered, only options that there are.
 * @throws DomainError `portal.hearing.answer_invalid` with the number of the question, counted from 1
 */
export function checkedAnswers(questions: readonly SurveyQuestion[], answers: readonly QuestionAnswer[]): QuestionAnswer[] {
  const beyond = answers.find(({ question }) => !questions[question]);
  if (beyond) throw new DomainError('portal.hearing.answer_invalid', { question: beyond.question + 1 });
  return questions.flatMap((question, index) => {
    const given = answers.filter((answer) => answer.question === index);
    const answer = given.length === 1 ? answerTo(question, given[0]!) : null;
    if (given.length > 1 || answer === 'invalid' || (question.required && !answer))
      throw new DomainError('portal.hearing.answer_invalid', { question: index + 1 });
    return answer ? [answer] : [];
  });
}

function answerTo(
  { kind, options = [] }: SurveyQuestion,
  { question, options: chosen = [], text }: QuestionAnswer,
): QuestionAnswer | 'invalid' | null {
  if (kind === 'text') {
    if (chosen.length) return 'invalid';
    return text?.trim() ? { question, text: text.trim() } : null;
  }
  const valid = new Set(chosen).size === chosen.length && chosen.every((option) => option >= 0 && option < options.length);
  if (!valid || text || (kind === 'one' && chosen.length > 1)) return 'invalid';
  return chosen.length ? { question, options: [...chosen] } : null;
}
