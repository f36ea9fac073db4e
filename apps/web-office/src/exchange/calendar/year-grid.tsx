import { useRef, type KeyboardEvent } from 'react';
import { today } from '../../app/time.js';
import { nextDay, type Days } from './calendar-days.js';
import { MonthTable } from './month-table.js';

interface YearGridProps {
  year: number;
  days: Days;
  onDay?: (day: string) => void;
  selected?: string;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Twelve months. When days may be changed: Tab reaches one day, arrows move by days and weeks, Enter opens. */
export function YearGrid({ year, days, onDay, selected }: YearGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const now = today();
  const tabStop = selected ?? (now.startsWith(`${year}-`) ? now : `${year}-01-01`);
  const onKey = (event: KeyboardEvent) => {
    const here = event.target instanceof HTMLElement ? event.target.dataset['day'] : undefined;
    const step = steps[event.key];
    if (!here || !step) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-day="${nextDay(here, step)}"]`)?.focus();
  };
  return (
    <div className="exchange-year" ref={grid} onKeyDown={onDay && onKey}>
      {Array.from({ length: 12 }, (_, at) => (
        <MonthTable key={at} {...{ year, days, selected, tabStop, ...(onDay && { onDay }) }} month={at + 1} today={now} />
      ))}
    </div>
  );
}
