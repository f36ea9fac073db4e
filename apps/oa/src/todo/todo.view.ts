import type { TodoKind, TodoRow } from '@karez/contracts-oa';
import type { Ctx } from '@karez/kernel';
import { type LampBounds, todoLamp } from './todo-lamp.js';

const own = ['id', 'service', 'kind', 'subject_id', 'title', 'act', 'href', 'due_at', 'opened_at', 'from_name', 'person_id', 'urgency'];
/** What a row is made of: expression over `todo`, and its name. */
export const todoColumns: readonly (readonly [expression: string, name: string])[] = [
  ...[...own, 'urged', 'urged_at', 'state'].map((column) => [`todo.${column}`, column] as const),
  ['(select name from org_copy where org_copy.id = todo.org_id)', 'org_name'],
  ['(select name from person_copy where person_copy.id = todo.person_id)', 'person_name'],
];

export interface RawTodo {
  readonly id: string;
  readonly service: string;
  readonly kind: TodoKind;
  readonly subject_id: string;
  readonly title: string;
  readonly act: string;
  readonly href: string;
  readonly due_at: Date | null;
  readonly opened_at: Date;
  readonly from_name: string | null;
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly org_name: string | null;
  readonly urgency: TodoRow['urgency'];
  readonly urged: number;
  readonly urged_at: Date | null;
}

export function todoRow(raw: RawTodo, bounds: LampBounds, { actor }: Pick<Ctx, 'actor'>): TodoRow {
  const standsIn = raw.person_id !== null && raw.person_id !== actor.id;
  return {
    ...{ id: raw.id, service: raw.service, kind: raw.kind, subjectId: raw.subject_id, title: raw.title, act: raw.act, href: raw.href },
    ...{ lamp: todoLamp(raw.due_at, bounds), openedAt: raw.opened_at.toISOString(), urgency: raw.urgency, urged: raw.urged },
    ...(raw.due_at && { dueAt: raw.due_at.toISOString() }),
    ...(raw.from_name && { fromName: raw.from_name }),
    ...(raw.org_name && { orgName: raw.org_name }),
    ...(standsIn && { forName: raw.person_name ?? '' }),
    ...(raw.urged_at && { urgedAt: raw.urged_at.toISOString() }),
  };
}
