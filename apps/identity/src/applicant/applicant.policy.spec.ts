import { creditCheckSign } from '../org/credit-code.js';
import { pauseBefore } from './applicant-code.policy.js';
import { Applicant } from './applicant.entity.js';

const now = new Date('2026-11-23T04:00:00Z');
const sent = (...secondsAgo: number[]): { sentAt: Date }[] =>
  secondsAgo.map((seconds) => ({ sentAt: new Date(now.getTime() - seconds * 1000) }));

it.each([
  ['none', sent(), 0],
  ['one just now', sent(0), 60],
  ['one half a minute ago', sent(30), 30],
  ['one a minute ago', sent(60), 0],
  ['nine', sent(900, 800, 700, 600, 500, 400, 300, 200, 100), 0],
  ['ten, the first an hour ago', sent(3_600, 900, 800, 700, 600, 500, 400, 300, 200, 100), 82_800],
])('after %s the next code is sent in %d seconds', (_, codes, seconds) => {
  expect(pauseBefore(codes, now)).toBe(seconds);
});

const good = `91650000MA7777777${creditCheckSign('91650000MA7777777')}`;
it('takes a company with a good credit code, and keeps none of a person', () => {
  expect(Applicant.register({ kind: 'company', name: '公司', phone: '13800000000', creditCode: good }, now).creditCode).toBe(good);
  expect(Applicant.register({ kind: 'person', name: '群众', phone: '13800000000', creditCode: good }, now).creditCode).toBeNull();
  expect(() => Applicant.register({ kind: 'company', name: '公司', phone: '13800000000' }, now)).toThrow(
    'identity.org.credit_code_invalid',
  );
});
