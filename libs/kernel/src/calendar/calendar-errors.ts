import type { ErrorTable } from '@karez/contracts-kernel';
import { DomainError } from '../domain-error.js';

/** Every refusal of the working calendar. A contract whose service lets people edit or ask the calendar spreads this table into its own. */
export const calendarErrors = {
  'calendar.empty': { status: 422, zh: '工作日历缺少年份或办公时间。', en: 'The working calendar has no years or no office hours.' },
  'calendar.year_repeated': { status: 422, zh: '工作日历中 {year} 年出现了两次。', en: 'The year {year} appears twice in the calendar.' },
  'calendar.year_bare': {
    status: 422,
    zh: '{year} 年标为已公布，却没有任何放假或调休安排。',
    en: 'The year {year} is marked as published and lists no day.',
  },
  'calendar.day_invalid': { status: 422, zh: '“{day}”不是 1992 至 2199 年间的有效日期。', en: '{day} is not a date from 1992 to 2199.' },
  'calendar.day_misplaced': { status: 422, zh: '{day} 不在 {year} 年内。', en: '{day} is not in the year {year}.' },
  'calendar.day_repeated': { status: 422, zh: '{day} 在工作日历中出现了两次。', en: '{day} is listed twice.' },
  'calendar.hours_invalid': { status: 422, zh: '自 {from} 起的办公时间有误。', en: 'The office hours from {from} are not valid.' },
  'calendar.hours_overlap': { status: 422, zh: '自 {from} 起的办公时间有重叠。', en: 'The office hours from {from} overlap.' },
  'calendar.span_invalid': {
    status: 422,
    zh: '期限须为 1 至 {limit} 之间的整数。',
    en: 'A span is a whole number from 1 to {limit}.',
  },
} as const satisfies ErrorTable;

export type CalendarErrorCode = keyof typeof calendarErrors;

/** A refusal of the calendar; the compiler knows its codes. */
export const calendarRefusal = (code: CalendarErrorCode, params?: Readonly<Record<string, unknown>>): DomainError =>
  new DomainError(code, params);
