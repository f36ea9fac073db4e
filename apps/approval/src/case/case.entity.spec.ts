import { caseActRules, caseStates, type CaseState } from '@karez/contracts-approval';
import { newId } from '@karez/kernel';
import { ApprovalCase } from './case.entity.js';

const now = new Date('2026-11-20T04:00:00Z');
const later = new Date('2026-11-23T04:00:00Z');
const given = { number: 'X2026-000001', checkCode: '123456' };
const draft = (): ApprovalCase =>
  ApprovalCase.draft(
    {
      itemId: newId(),
      itemCode: 'T-1',
      itemName: '取水许可',
      authority: '某水利厅',
      itemVersion: 1,
      orgId: newId(),
      subject: '引水',
      applicantKind: 'person',
      contactPhone: '13800000000',
    },
    { id: newId(), name: '申请人' },
    now,
  );
const inState = (state: CaseState): ApprovalCase => Object.assign(draft(), { state });
const days = { statutoryDays: 45, promisedDays: 35 };

it('counts five working days from the receipt, and the limits of the item from the acceptance', () => {
  const one = draft();
  one.submit(given, now);
  expect(one.limits).toEqual([expect.objectContaining({ kind: 'acceptance', days: 5, endedAt: null })]);
  one.accept(days, later);
  expect(one.limits.map(({ kind, days: many, startedAt, endedAt }) => [kind, many, startedAt, endedAt])).toEqual([
    ['acceptance', 5, now.toISOString(), later.toISOString()],
    ['statutory', 45, later.toISOString(), null],
    ['promised', 35, later.toISOString(), null],
  ]);
});

it('takes silence for acceptance from the day of the receipt', () => {
  const one = draft();
  one.submit(given, now);
  one.accept(days, later, { bySilence: true });
  expect([one.state, one.acceptedAt]).toEqual(['accepted', now]);
});

it('begins the acceptance clock anew after a correction, keeps the number, and lets the window ask once', () => {
  const one = draft();
  one.submit(given, now);
  one.correct(['缺图纸'], later);
  one.submit({ number: 'other', checkCode: '000000' }, later);
  expect([one.number, one.limits.length]).toEqual([given.number, 2]);
  expect(() => one.correct(['又缺'], later)).toThrow('approval.case.act_refused');
  one.refuse('补正后仍不齐全', true, later);
  expect(one.state).toBe('refused');
});

it('refuses nobody for missing materials who was not told first', () => {
  const one = draft();
  one.submit(given, now);
  expect(() => one.refuse('材料不齐全', true, later)).toThrow('approval.case.incomplete_before_correction');
});

it('decides jointly within 45 working days', () => {
  const one = draft();
  one.submit(given, now);
  one.accept({ statutoryDays: 20, promisedDays: 16 }, later, { joint: true });
  expect(one.limits.at(-2)).toMatchObject({ kind: 'statutory', days: 45 });
});

const acts = {
  save: (one: ApprovalCase) => one.fill({}, undefined),
  discard: (one: ApprovalCase) => one.discard(),
  submit: (one: ApprovalCase) => one.submit(given, now),
  accept: (one: ApprovalCase) => one.accept(days, now),
  correct: (one: ApprovalCase) => one.correct(['缺'], now),
  refuse: (one: ApprovalCase) => one.refuse('理由', false, now),
  withdraw: (one: ApprovalCase) => one.withdraw(now),
  suspend: (one: ApprovalCase) => one.suspend({ kind: 'hearing', documentNumber: '1' }, now),
  resume: (one: ApprovalCase) => one.resume(now),
  extend: (one: ApprovalCase) => one.extend({ days: 10, approver: '高远山', reason: '复杂', documentNumber: '1' }),
  decide: (one: ApprovalCase) => one.decide(true, '准予', now),
  deliver: (one: ApprovalCase) => one.deliver(now),
  supersede: (one: ApprovalCase) => one.supersede(newId(), now),
  rate: (one: ApprovalCase) => one.rate(5, undefined, now),
};
it.each(
  Object.entries(acts).flatMap(([act, work]) =>
    caseStates
      .filter((state) => !caseActRules[act as keyof typeof acts].states.includes(state))
      .map((state) => [act, state, work] as const),
  ),
)('refuses to %s a case that is %s', (_act, state, work) => {
  const one = inState(state);
  expect(() => work(one)).toThrow('approval.case.act_refused');
  expect(one.state).toBe(state);
});
