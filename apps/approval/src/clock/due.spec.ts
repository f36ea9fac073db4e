import { chinaDay, WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import { derivationLines } from './derivation.js';
import { dueOf, usedOf } from './due.js';
import { lampAt } from './lamp.policy.js';
import type { Exclusion, Limit } from './limit.js';

const calendar = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);
const dayMs = 86_400_000;
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const limit = (more: Partial<Limit> = {}): Limit => ({
  ...{ kind: 'statutory', startedAt: at('2026-09-21 12:00'), days: 20, extension: null, exclusions: [], endedAt: null },
  ...{ basis: '《行政许可法》第四十二条', ...more },
});
const exclusion = (from: string, to: string | null, more: Partial<Exclusion> = {}): Exclusion => ({
  ...{
    from: at(from),
    to: to ? at(to) : null,
    kind: 'expert_review',
    basis: '《行政许可法》第四十五条',
    documentNumber: '除外〔2026〕1号',
  },
  ...more,
});

/** Numbers that look random and are the same on every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The plainest way to count: every day of the calendar one after another, each asked whether anything takes it out. */
function byHand({ startedAt, days, extension, exclusions }: Limit): string | null {
  let left = days + (extension?.days ?? 0);
  for (let ms = startedAt.getTime() + dayMs, steps = 0; steps < 3_000; ms += dayMs, steps += 1) {
    const day = chinaDay(new Date(ms));
    const out = exclusions.filter(({ from, to }) => day > chinaDay(from) && (!to || day <= chinaDay(to)));
    if (out.some(({ to }) => !to)) return null;
    if (calendar.isWorkingDay(day) && !out.length) left -= 1;
    if (left === 0) return day;
  }
  throw new Error('no end within 3,000 days');
}

it('agrees with counting by hand in 6,000 histories of exclusions, extensions and joint handling', () => {
  const next = numbers(20_261_127);
  let excluded = 0;
  for (let run = 0; run < 6_000; run += 1) {
    const startedAt = new Date(at('2024-11-01 10:00').getTime() + next(800) * dayMs + next(600) * 60_000);
    const exclusions = Array.from({ length: next(4) }, (): Exclusion => {
      const from = new Date(startedAt.getTime() + (next(70) - 5) * dayMs + next(600) * 60_000);
      const to = next(12) === 0 ? null : new Date(from.getTime() + next(40) * dayMs + next(600) * 60_000);
      return exclusion('2026-01-01 10:00', null, { from, to });
    });
    const extension =
      next(3) === 0 ? { days: next(2) ? 10 : 15, approver: '高远山', reason: '案情复杂', documentNumber: '延〔2026〕1号' } : null;
    const history = limit({ startedAt, exclusions, extension, days: [5, 10, 20, 45][next(4)]! });
    const due = dueOf(history, calendar);
    const expected = byHand(history);
    if (expected !== (due.at && chinaDay(due.at)))
      throw new Error(`run ${run}: ${expected} by hand, ${due.at?.toISOString()}\n${JSON.stringify(history)}`);
    if (due.at) expect(usedOf(history, calendar, due.at)).toBe(history.days + (extension?.days ?? 0));
    excluded += due.stretches.some((stretch) => stretch.exclusion) ? 1 : 0;
  }
  // the histories are no easy ones
  expect(excluded).toBeGreaterThan(2_000);
});

it('has no due date while an exclusion lasts, and says so', () => {
  const history = limit({ exclusions: [exclusion('2026-09-23 12:00', null)] });
  const due = dueOf(history, calendar);
  expect(due.at).toBeNull();
  expect(derivationLines(history, due, 'applicant').at(-1)).toBe('现在停止计算，恢复计算后再确定届满日');
  expect(usedOf(history, calendar, at('2026-10-20 12:00'))).toBe(2);
});

it('is provisional when it reaches into a year that is not published', () => {
  expect(dueOf(limit({ startedAt: at('2026-12-20 12:00') }), calendar).provisional).toBe(true);
  expect(dueOf(limit(), calendar).provisional).toBe(false);
});

it('derives in plain words for the applicant, and with the legal basis for staff', () => {
  const history = limit({ exclusions: [exclusion('2026-09-23 12:00', '2026-09-29 12:00')] });
  const due = dueOf(history, calendar);
  const staff = derivationLines(history, due, 'staff').join('\n');
  expect(staff).toContain('法定办结期限 20 个工作日，自 2026-09-21 的次日起算（《行政许可法》第四十二条）');
  expect(staff).toContain('2026-09-23 至 2026-09-29：专家评审，不计入，《行政许可法》第四十五条，已书面告知（除外〔2026〕1号）');
  expect(staff).toContain('国庆节，不计入');
  expect(derivationLines(history, due, 'applicant').join('\n')).not.toContain('第四十');
});

it.each([
  ['none', '2026-11-24 12:00'],
  ['signal', '2026-11-25 12:00'],
  ['yellow', '2026-11-26 12:00'],
  ['red', '2026-11-27 00:01'],
] as const)('lights %s at %s', (lamp, now) => {
  const due = calendar.addWorkingDays(at('2026-11-24 12:00'), 2);
  expect(lampAt(calendar, due.at, at(now))).toBe(lamp);
});

it('lights nothing where there is no due date', () => {
  expect(lampAt(calendar, null, at('2026-11-24 12:00'))).toBe('none');
});
