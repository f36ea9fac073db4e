import type { Happening } from '../evidence/timeline.js';

/** The line that says that time was up before anybody had decided. */
export const overdue = (dueAt: Date): Happening => ({ kind: 'overdue', data: { dueAt: dueAt.toISOString() } });
