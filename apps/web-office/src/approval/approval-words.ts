import { type CaseState, caseStateNames, type Lamp as CaseLamp, type Opinion, type TaskState } from '@karez/contracts-approval';
import { type Lamp, palette, type StateLook } from '@karez/web-ui';

const looks: Readonly<Record<CaseState, Pick<StateLook, 'glyph' | 'color'>>> = {
  draft: { glyph: 'ring', color: palette.slate },
  submitted: { glyph: 'ring', color: palette.water },
  correcting: { glyph: 'diamond', color: palette.amber },
  accepted: { glyph: 'half', color: palette.water },
  suspended: { glyph: 'diamond', color: palette.amber },
  decided: { glyph: 'full', color: palette.green },
  delivered: { glyph: 'full', color: palette.green },
  refused: { glyph: 'barred', color: palette.plum },
  withdrawn: { glyph: 'barred', color: palette.slate },
  superseded: { glyph: 'barred', color: palette.slate },
  discarded: { glyph: 'barred', color: palette.slate },
};
export const caseLook = (state: CaseState): StateLook => ({ label: caseStateNames[state], ...looks[state] });

/** The service knows four lamps; the last day and the day before it are one colour on the screen. */
export const lampOf: Readonly<Record<CaseLamp, Lamp>> = { none: 'green', signal: 'yellow', yellow: 'yellow', red: 'red' };

const dayMs = 86_400_000;
/** 今日到期, 剩 3 天, 逾期 2 天: in days of the calendar; working days stand beside each limit. */
export function dueWords(dueAt: string, now: Date): string {
  const day = (at: Date): number => Math.floor((at.getTime() + 8 * 3_600_000) / dayMs);
  const left = day(new Date(dueAt)) - day(now);
  if (left < 0 || new Date(dueAt) < now) return left < 0 ? `逾期 ${-left} 天` : '已逾期';
  if (left === 0) return '今日到期';
  return `剩 ${left} 天`;
}

export const opinionNames: Readonly<Record<Opinion, string>> = { agree: '同意', disagree: '不同意', noted: '知悉' };
export const taskStateNames: Readonly<Record<TaskState, string>> = {
  pending: '待认领',
  claimed: '办理中',
  done: '已办',
  cancelled: '已取消',
};
