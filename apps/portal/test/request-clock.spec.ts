import { type Actor, chinaDay, DomainError, newId, WorkingCalendar, xinjiangOfficeHours, xinjiangYears } from '@karez/kernel';
import { segmentsOf } from '../src/disclosure-request/clock.js';
import { DisclosureRequest, type Moment } from '../src/disclosure-request/disclosure-request.entity.js';
import { dayMs, daysAfter, numbers } from './day-oracle.js';

const calendar = new WorkingCalendar(xinjiangYears, xinjiangOfficeHours);
const at = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+08:00`);
const on = (text: string): Moment => ({ calendar, now: at(text) });
const by = (): Actor => ({ realm: 'staff', id: newId(), name: '试用人', grants: [] });
const given = { siteId: newId(), orgId: newId(), receipt: 'SQ2026112700000001', checkHash: Buffer.alloc(32) };
const asked = {
  ...({ site: 'shi', applicantKind: 'person', name: '试申请', identityNumber: '11010519491231002X', phone: '13900000000' } as const),
  ...({ information: '某年度灌区渠系改造计划文件', form: 'electronic' } as const),
};
const received = (moment: Moment): DisclosureRequest => DisclosureRequest.receive(given, asked, moment);

type Act = 'receive' | 'ask_correction' | 'correct' | 'consult' | 'consulted' | 'extend' | 'draft' | 'return';
interface Line {
  readonly act: Act;
  readonly at: Date;
  readonly days?: number;
}
/** What each act does to the clock. */
const effect: Readonly<Partial<Record<Act, 'stands' | 'runs' | 'anew'>>> = {
  ...{ ask_correction: 'stands', consult: 'stands', consulted: 'runs', correct: 'anew' },
};

/**
 * The clock by the words of the law, from the log of acts alone: at each midnight it is asked whether the clock was running; if so, and
 * the day is worked, it counts; a correction sets the count to nothing.
 */
function byHand(log: readonly Line[]): string | null {
  const total = log.reduce((sum, { days }) => sum + (days ?? 0), 20);
  let [count, running, next] = [0, true, 1];
  for (const { midnight, day, working } of daysAfter(log[0]!.at)) {
    for (; next < log.length && log[next]!.at.getTime() < midnight; next += 1) {
      const done = effect[log[next]!.act];
      if (done) running = done !== 'stands';
      if (done === 'anew') count = 0;
    }
    if (!running && next === log.length) return null;
    if (running && working) count += 1;
    if (count === total && !log.slice(next).some(({ act }) => act === 'correct')) return day;
  }
  throw new Error('no end');
}

interface Lived {
  readonly request: DisclosureRequest;
  readonly log: readonly Line[];
  readonly refused: number;
}
/** Acts at random moments, legal or not: what the request refuses has no effect and is not in the log. */
function live(next: (below: number) => number): Lived {
  let now = new Date(at('2024-11-01 10:00').getTime() + next(760) * dayMs + next(720) * 60_000);
  const request = received({ calendar, now });
  const log: Line[] = [{ act: 'receive', at: now }];
  let refused = 0;
  for (let turn = next(9); turn > 0; turn -= 1) {
    now = new Date(now.getTime() + next(next(3) ? 4 : 30) * dayMs + next(1440) * 60_000);
    const days = 1 + next(20);
    const moment = { calendar, now };
    const acts: readonly [Act, () => void][] = [
      ['ask_correction', () => request.askCorrection('写明文号', moment)],
      ['correct', () => request.correct('某年度某号文件的全文', moment)],
      ['consult', () => request.consult('试用公司', moment)],
      ['consulted', () => request.consultationEnded('同意公开', moment)],
      ['extend', () => request.extend({ requestId: request.id, workingDays: days, reason: '需检索档案' }, moment)],
      ['draft', () => request.draft({ requestId: request.id, kind: 'disclosed', answer: '现予公开，详见附件。' }, by())],
      ['return', () => request.giveBack('请补充')],
    ];
    const [act, take] = acts[next(acts.length)]!;
    try {
      take();
      log.push({ act, at: now, ...(act === 'extend' && { days }) });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refused += 1;
    }
  }
  return { request, log, refused };
}

it('agrees with counting by hand in 10,000 histories of corrections, consultations and extensions', () => {
  const next = numbers(20_261_127);
  const met = { anew: 0, stopped: 0, extended: 0, standing: 0, refused: 0 };
  for (let run = 0; run < 10_000; run += 1) {
    const { request, log, refused } = live(next);
    const expected = byHand(log);
    const told = request.dueAt && chinaDay(request.dueAt);
    if (told !== expected) throw new Error(`run ${run}: ${expected} by hand, ${told} by the clock\n${JSON.stringify(log, null, 1)}`);
    met.anew += log.some(({ act }) => act === 'correct') ? 1 : 0;
    met.stopped += log.some(({ act }) => act === 'consulted') ? 1 : 0;
    met.extended += log.some(({ act }) => act === 'extend') ? 1 : 0;
    met.standing += expected === null ? 1 : 0;
    met.refused += refused;
  }
  // the histories are no easy ones
  for (const [kind, times] of Object.entries(met)) expect([kind, times > 500]).toEqual([kind, true]);
});

describe('the ledger', () => {
  it('a correction starts the clock anew, a consultation does not', () => {
    const request = received(on('2026-03-02 12:00'));
    expect(chinaDay(request.dueAt!)).toBe('2026-03-30');
    request.consult('试用公司', on('2026-03-04 12:00'));
    expect(request.dueAt).toBeNull();
    request.consultationEnded('同意公开', on('2026-03-09 12:00'));
    expect(chinaDay(request.dueAt!)).toBe('2026-04-02');
    request.askCorrection('写明文号', on('2026-03-10 12:00'));
    request.correct('某年度某号文件的全文', on('2026-03-12 12:00'));
    expect(chinaDay(request.dueAt!)).toBe(chinaDay(calendar.addWorkingDays(at('2026-03-12 12:00'), 20).at));
    expect(
      segmentsOf(request.ledger, calendar, at('2026-03-13 12:00')).map(({ kind, cause, workingDays }) => [kind, cause, workingDays]),
    ).toEqual([
      ['running', '收到申请', 2],
      ['stopped', '征求意见', 0],
      ['running', '恢复计算', 1],
      ['stopped', '告知补正', 0],
      ['running', '收到补正，重新起算', 1],
    ]);
  });

  it('is extended once, and not after it has run out', () => {
    const extend = (request: DisclosureRequest, moment: Moment) =>
      request.extend({ requestId: request.id, workingDays: 20, reason: '需检索档案' }, moment);
    const request = received(on('2026-03-02 12:00'));
    extend(request, on('2026-03-20 12:00'));
    expect(chinaDay(request.dueAt!)).toBe(chinaDay(calendar.addWorkingDays(at('2026-03-02 12:00'), 40).at));
    expect(() => extend(request, on('2026-03-23 12:00'))).toThrow('portal.request.extended');
    expect(() => extend(received(on('2026-03-02 12:00')), on('2026-04-01 12:00'))).toThrow('portal.request.extension_late');
  });

  it('asks for a correction within seven working days only', () => {
    const ask = (day: string) => received(on('2026-03-02 12:00')).askCorrection('写明文号', on(`${day} 12:00`));
    expect(() => ask('2026-03-11')).not.toThrow();
    expect(() => ask('2026-03-12')).toThrow('portal.request.correction_late');
  });

  it('is provisional when it rests on a year whose notice has not come', () => {
    expect(received(on('2026-12-20 12:00')).dueProvisional).toBe(true);
    expect(received(on('2026-09-21 12:00')).dueProvisional).toBe(false);
  });
});
