import 'reflect-metadata';
import {
  groundedKinds,
  SendLetter,
  SendOpinion,
  RequestDisclosure,
  HearingTexts,
  ReportHearing,
  SurveyQuestion,
} from '@karez/contracts-portal';
import { newId } from '@karez/kernel';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { WordCheck } from '../../word-check/word-check.js';
import { bodiesNeeded } from '../columns.js';
import { demonstrationWords, firstWords } from '../word-lists.js';
import { exampleIdentity, madeRequests } from './disclosure-requests.js';
import { hearings } from './hearings.js';
import { letters } from './letters.js';

const check = new WordCheck(
  [...firstWords, ...demonstrationWords].map(({ list, word, suggestion }) => ({ list, word, suggestion: suggestion ?? null })),
);
const taken = async <T extends object>(type: new () => T, given: object) =>
  (await validate(plainToInstance(type, given))).map(({ property }) => property);

it.each(letters.map((letter) => [letter.key, letter] as const))('the letter %s is one that a citizen could send', async (_key, letter) => {
  const { kind, subject, text, name, reply } = letter;
  expect(await taken(SendLetter, { site: 'slt', kind, subject, text, name, mayPublish: true })).toEqual([]);
  expect(check.check({ title: subject, body: [text, reply ?? ''].join('\n') }, 'zh-CN')).toEqual([]);
  // the name would be a leak in what is published
  expect([subject, text, reply ?? ''].join('')).not.toContain(name);
});

it('letters stand in every state, none later than now', () => {
  expect(letters).toHaveLength(20);
  expect(letters.filter(({ daysAgo, answeredAfter = 0 }) => daysAgo < answeredAfter)).toEqual([]);
  expect(letters.filter(({ reply }) => !reply).length).toBeGreaterThan(2);
});

it.each(hearings.map((held) => [held.key, held] as const))('the hearing %s is one that could be held', async (_key, held) => {
  const { title, text, questions = [], opinions = [], report, openedAgo, closedAgo } = held;
  expect(await taken(HearingTexts, { title, text, closesAt: new Date().toISOString() })).toEqual([]);
  for (const question of questions) expect(await taken(SurveyQuestion, question)).toEqual([]);
  for (const opinion of opinions) expect(await taken(SendOpinion, { hearingId: newId(), text: opinion })).toEqual([]);
  if (report) expect(await taken(ReportHearing, { hearingId: newId(), result: report.result, adopted: report.adopted })).toEqual([]);
  expect(openedAgo > (closedAgo ?? 0) && (closedAgo ?? 0) >= (report?.daysAgo ?? 0)).toBe(true);
});

it.each(madeRequests.map((made) => [made.key, made] as const))('the request %s is one that could be made', async (_key, made) => {
  const { name, information, answer } = made;
  const asked = { site: 'slt', applicantKind: 'person', name, information, form: 'electronic', ...exampleIdentity };
  expect(await taken(RequestDisclosure, asked)).toEqual([]);
  if (answer && (groundedKinds as readonly string[]).includes(answer.kind)) expect(answer.ground).toBeTruthy();
});

it('every unit named is one of the department', () => {
  const units = [...letters.flatMap(({ unit }) => unit ?? []), ...hearings.map(({ unit }) => unit)];
  expect(units.filter((unit) => !bodiesNeeded.includes(unit))).toEqual([]);
});
