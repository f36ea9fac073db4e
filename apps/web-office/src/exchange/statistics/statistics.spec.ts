import type { CountsOfBody } from '@karez/contracts-exchange';
import { axisOf, daysOf, namedDays } from './chart-scale.js';
import { statisticsCsv } from './csv.js';
import { periodOf, presetOf, presets, readPeriod } from './period.js';
import { sortBodies } from './sort-bodies.js';
import { signedShare, workingTime } from './working-time.js';

const body = (orgName: string, more: Partial<CountsOfBody> = {}): CountsOfBody => ({
  ...{ orgId: orgName, orgName, sent: 0, received: 0, signed: 0, rejected: 0, recalled: 0, returned: 0 },
  ...{ waiting: 0, overdue: 0, urged: 0, ...more },
});

describe('the period', () => {
  it('counts both ends, and is known again by its preset', () => {
    expect(periodOf('7', '2026-03-03')).toEqual({ from: '2026-02-25', to: '2026-03-03' });
    expect(periodOf('month', '2026-11-24')).toEqual({ from: '2026-11-01', to: '2026-11-24' });
    for (const preset of presets) expect(presetOf(periodOf(preset, '2026-11-24'), '2026-11-24')).toBe(preset);
  });

  it('of a broken address is the last 30 days', () => {
    const usual = periodOf('30', '2026-11-24');
    for (const [from, to] of [
      ['2026-11-24', '2026-11-01'],
      ['yesterday', '2026-11-24'],
      [null, null],
    ] as const)
      expect(readPeriod(from, to, '2026-11-24')).toEqual(usual);
    expect(readPeriod('2026-11-01', '2026-11-02', '2026-11-24')).toEqual({ from: '2026-11-01', to: '2026-11-02' });
  });
});

describe('the table of bodies', () => {
  it('is sorted either way, and what has no value comes last', () => {
    const rows = [body('乙', { medianMinutesToSign: 9 }), body('甲'), body('丙', { medianMinutesToSign: 120 })];
    expect(sortBodies(rows, 'medianMinutesToSign').map(({ orgName }) => orgName)).toEqual(['乙', '丙', '甲']);
    expect(sortBodies(rows, '-medianMinutesToSign').map(({ orgName }) => orgName)).toEqual(['丙', '乙', '甲']);
    expect(sortBodies([body('和田', { received: 2 }), body('哈密', { received: 7 })], '-received')[0]?.orgName).toBe('哈密');
  });

  it('is exported with its quotes doubled, and without formulas', () => {
    const [head, first, second] = statisticsCsv([body('甲"乙",局', { sent: 3 }), body('=1+1')]).split('\r\n');
    expect(head).toMatch(/^\uFEFF单位,发出,收到/);
    expect(first).toBe('"甲""乙"",局",3,0,0,0,0,0,0,0,0,,');
    expect(second).toMatch(/^'=1\+1,/);
  });

  it('says times in working hours and shares in whole per cent', () => {
    expect([undefined, 40, 60, 200, 650].map(workingTime)).toEqual(['—', '40 分', '1 小时', '3 小时 20 分', '11 小时']);
    expect(signedShare(1000, 999)).toBe('99%');
    expect([signedShare(0, 0), signedShare(4, 4), signedShare(3, 1)]).toEqual(['—', '100%', '33%']);
  });
});

describe('the chart by day', () => {
  it('has round lines that reach above the highest bar', () => {
    for (const most of [1, 3, 7, 12, 48, 99, 1234]) {
      const { top, lines } = axisOf(most);
      expect(top).toBeGreaterThanOrEqual(most);
      expect(lines[0]).toBe(0);
      expect(lines.at(-1)).toBe(top);
      expect(lines.length).toBeLessThanOrEqual(6);
      expect(lines.every(Number.isInteger)).toBe(true);
    }
    expect(axisOf(0).top).toBe(1);
  });

  it('draws every day, also those without letters, and names as many as have room', () => {
    expect(daysOf('2026-02-27', '2026-03-02')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
    const named = namedDays(30, 8);
    expect(Array.from({ length: 30 }, (_, at) => named(at)).filter(Boolean).length).toBeLessThanOrEqual(8);
    expect(named(0)).toBe(true);
  });
});
