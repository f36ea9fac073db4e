export { type CalendarErrorCode, calendarErrors } from './calendar-errors.js';
export type { CalendarDay, CalendarYear, DayReason, DayRule, UnsettledPeriod } from './calendar-year.js';
export { chinaDay, type Day } from './china-time.js';
export type { DerivationReason, DerivationSegment, DueDate } from './due-date.js';
export type { OfficeHours, OfficeSession } from './office-hours.js';
export { MAX_WORKING_DAYS, MAX_WORKING_MINUTES, WorkingCalendar } from './working-calendar.js';
export { xinjiangOfficeHours, xinjiangYears } from './xinjiang-calendar.js';
