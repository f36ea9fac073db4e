import type { DeliveryRow } from '@karez/contracts-exchange';
import { worksOn } from '../words/working-days.js';
import type { OfficeClock } from './due-words.js';

/** A recipient that has not decided, for the specs of this folder. */
export const rowOf = (more: Partial<DeliveryRow> = {}): DeliveryRow => ({
  ...{ id: 'd1', recipientId: 'o1', recipientName: '吐鲁番市水利局', recipientKind: 'prefecture_bureau', role: 'primary' },
  ...{ state: 'delivered', attempts: 1, urged: 0, acts: [], deliveredAt: '2026-11-20T09:05:00Z', dueAt: '2026-11-24T00:20:00Z' },
  ...more,
});
/** Tuesday, 11:20 in Beijing. */
export const now = new Date('2026-11-24T03:20:00Z');
export const clock: OfficeClock = { now, works: worksOn([]) };
