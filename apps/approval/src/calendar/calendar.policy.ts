import type { ApprovalCalendar } from '@karez/contracts-approval';
import { type CalendarYear, DomainError, WorkingCalendar, xinjiangOfficeHours } from '@karez/kernel';

/** The calendar's own refusals of a year, as this contract says them. */
const codes: Readonly<Record<string, string>> = {
  'calendar.day_misplaced': 'approval.calendar.wrong_year',
  'calendar.day_repeated': 'approval.calendar.day_twice',
  'calendar.day_invalid': 'approval.calendar.day_invalid',
  'calendar.year_bare': 'approval.calendar.year_bare',
};

/**
 * A year as somebody entered it, in the order of its days.
 * @throws DomainError `approval.calendar.wrong_year`, `…day_twice`, `…day_invalid`, `…year_bare`
 */
export function calendarYearOf({ year, status, source, days }: ApprovalCalendar): CalendarYear {
  const inOrder = days.map(({ day, kind, note }) => ({ day, kind, note })).sort((one, other) => (one.day < other.day ? -1 : 1));
  const entered: CalendarYear = { year, status, source, days: inOrder };
  try {
    new WorkingCalendar([entered], xinjiangOfficeHours);
  } catch (error) {
    const code = error instanceof DomainError ? codes[error.code] : undefined;
    throw code ? new DomainError(code, (error as DomainError).params) : error;
  }
  return entered;
}
