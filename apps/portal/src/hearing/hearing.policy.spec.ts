import type { QuestionAnswer, SurveyQuestion } from '@karez/contracts-portal';
import { assertQuestions, checkedAnswers } from './hearing.policy.js';

const questions: SurveyQuestion[] = [
  { text: '满意吗', kind: 'one', required: true, options: ['满意', '不满意'] },
  { text: '哪些渠道', kind: 'several', required: false, options: ['网站', '电话', '窗口'] },
  { text: '还有什么', kind: 'text', required: false },
];

it('keeps what was answered as asked, and drops what is empty', () => {
  const answers: QuestionAnswer[] = [
    { question: 2, text: '  希望公开水价  ' },
    { question: 0, options: [1] },
    { question: 1, options: [] },
  ];
  expect(checkedAnswers(questions, answers)).toEqual([
    { question: 0, options: [1] },
    { question: 2, text: '希望公开水价' },
  ]);
});

it.each<[string, QuestionAnswer[], number]>([
  ['a required question left out', [], 1],
  ['two options where one is asked', [{ question: 0, options: [0, 1] }], 1],
  ['an option that there is not', [{ question: 0, options: [2] }], 1],
  ['an option below nothing', [{ question: 0, options: [-1] }], 1],
  ['the same option twice', [{ question: 0, options: [0] }, { question: 1, options: [1, 1] }], 2], // prettier-ignore
  ['a question twice', [{ question: 0, options: [0] }, { question: 0, options: [1] }], 1], // prettier-ignore
  ['a question that there is not', [{ question: 0, options: [0] }, { question: 7, text: '多余' }], 8], // prettier-ignore
  ['words where options are asked', [{ question: 0, text: '满意' }], 1],
  ['options where words are asked', [{ question: 0, options: [0] }, { question: 2, options: [0] }], 3], // prettier-ignore
])('refuses %s', (_what, answers, question) => {
  expect(() => checkedAnswers(questions, answers)).toThrow(
    expect.objectContaining({ code: 'portal.hearing.answer_invalid', params: { question } }),
  );
});

it('opens no survey that nobody could answer', () => {
  expect(() => assertQuestions('survey', [])).toThrow('portal.hearing.questions_missing');
  expect(() => assertQuestions('survey', [{ text: '满意吗', kind: 'one', required: true }])).toThrow('portal.hearing.questions_missing');
  expect(() => assertQuestions('survey', questions)).not.toThrow();
  expect(() => assertQuestions('consultation', [])).not.toThrow();
});
