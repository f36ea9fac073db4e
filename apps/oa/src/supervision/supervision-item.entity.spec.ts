import { canMove } from '@karez/contracts-kernel';
import { supervisionActs, supervisionFlow, type SupervisionState, supervisionStates } from '@karez/contracts-oa';
import { type Actor, newId, WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import { momentsOf } from './supervision-notices.task.js';
import { SupervisionItem } from './supervision-item.entity.js';
import { actsOnSupervision, assertActIn, dueRange, lampOf, supervisionRules } from './supervision.policy.js';

const calendar = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);
const now = new Date('2026-11-24T03:20:00Z');
const [office, leader] = [newId(), { id: newId(), name: '高远山' }];
const item = (): SupervisionItem =>
  SupervisionItem.register(
    {
      ...{ title: '渗漏渠段修复', content: '入冬前完成', source: 'instruction', orgId: office, dueAt: calendar.addWorkingDays(now, 5).at },
      ...{ leader, supervisor: { id: newId(), name: '督如流' } },
    },
    now,
  );
const itemIn = (state: SupervisionState): SupervisionItem => Object.assign(item(), { state });

const moves: Readonly<Record<string, [to: SupervisionState, act: (item: SupervisionItem) => void]>> = {
  establish: ['established', (each) => each.establish('督〔2026〕1号')],
  assign: ['assigned', (each) => each.assign(newId())],
  accept: ['handling', (each) => each.accepted()],
  give_back: ['established', (each) => each.givenBack()],
  ask_closing: ['closing', (each) => each.askClosing('已完成')],
  review: ['reviewed', (each) => each.review(true)],
  confirm: ['closed', (each) => each.confirm('green', now)],
  evaluate: ['evaluated', (each) => each.evaluate(5, undefined)],
  archive: ['archived', (each) => each.archive()],
  suspend: ['suspended', (each) => each.suspend('停工期', now)],
  terminate: ['terminated', (each) => each.terminate('撤销')],
};
const table = Object.entries(moves).flatMap(([name, [to, act]]) => supervisionStates.map((from) => ({ name, from, to, act })));

it.each(table.filter(({ from, to }) => canMove(supervisionFlow, from, to)))('$name moves an item that is $from', ({ from, to, act }) => {
  const moved = itemIn(from);
  act(moved);
  expect(moved.state).toBe(to);
});
it.each(table.filter(({ from, to }) => !canMove(supervisionFlow, from, to)))(
  '$name is refused for an item that is $from',
  ({ from, act }) => {
    expect(() => act(itemIn(from))).toThrow('state.move_refused');
  },
);

it.each(supervisionActs)('%s belongs to certain states, and is refused in words in every other', (act) => {
  for (const state of supervisionStates) {
    const refused = (): void => assertActIn(state, act);
    if (supervisionRules[act].states.includes(state)) expect(refused).not.toThrow();
    else expect(refused).toThrow('oa.supervision.act_refused');
  }
});

describe('what is offered', () => {
  const all: Actor = {
    ...{ realm: 'staff', id: newId(), name: '甲', orgId: office },
    grants: [
      {
        permissions: ['oa.supervision.write', 'oa.supervision.approve', 'oa.supervision.handle'],
        ...{ scope: 'unit', orgIds: [office] },
      },
    ],
  };
  const stranger = { owns: false, leads: false, parts: [], extensionAsked: false } as const;
  it('nothing to who stands outside', () => {
    for (const state of supervisionStates) expect(actsOnSupervision(state, stranger, all)).toEqual([]);
  });
  it('nothing that the permissions do not hold', () => {
    const owner = { ...stranger, owns: true };
    for (const state of supervisionStates) expect(actsOnSupervision(state, owner, { ...all, grants: [] })).toEqual([]);
  });
  it('acceptance only while a part waits, and a second extension only when the first is decided', () => {
    const lead = { ...stranger, leads: true, parts: ['accepted'] as const };
    expect(actsOnSupervision('handling', lead, all)).toEqual(['divide', 'report', 'ask_extension', 'ask_closing']);
    expect(actsOnSupervision('handling', { ...lead, extensionAsked: true }, all)).toEqual(['divide', 'report', 'ask_closing']);
    expect(actsOnSupervision('assigned', { ...lead, parts: ['sent'] }, all)).toEqual(['accept', 'give_back']);
  });
});

describe('the lamp follows working days', () => {
  const lit = (days: number) => lampOf({ state: 'handling', dueAt: calendar.addWorkingDays(now, days).at }, calendar, now);
  it('is green with four left, yellow with three, red when the day has passed', () => {
    expect(lit(4)).toEqual({ lamp: 'green', daysLeft: 4 });
    expect(lit(3)).toEqual({ lamp: 'yellow', daysLeft: 3 });
    const late = lampOf({ state: 'handling', dueAt: new Date('2026-11-20T10:00:00Z') }, calendar, now);
    expect(late).toEqual({ lamp: 'red', daysLeft: -2 });
  });
  it('is out when nobody owes anything', () => {
    for (const state of ['closed', 'suspended', 'terminated', 'archived'] as const)
      expect(lampOf({ state, dueAt: new Date('2020-01-02') }, calendar, now).lamp).toBe('none');
  });
  it('agrees with the range that a list filters by', () => {
    for (let days = 1; days < 12; days += 1) {
      const dueAt = calendar.addWorkingDays(now, days).at;
      const { lamp } = lampOf({ state: 'handling', dueAt }, calendar, now);
      for (const each of ['red', 'yellow', 'green'] as const) {
        const [from, to] = dueRange(each, calendar, now);
        expect((!from || dueAt >= from) && (!to || dueAt < to)).toBe(each === lamp);
      }
    }
  });
  it('sends blue when yellow begins, yellow when the day has passed, red five working days later', () => {
    const dueAt = calendar.addWorkingDays(now, 5).at;
    const { blue, yellow, red } = momentsOf(dueAt, calendar);
    expect(calendar.workingDaysBetween(blue, dueAt)).toBe(3);
    expect(yellow.getTime()).toBeGreaterThan(dueAt.getTime());
    expect(calendar.workingDaysBetween(dueAt, red)).toBe(5);
  });
});
