import type { Permission } from '@karez/contracts-kernel';
import type { TodoKind } from './todo.js';

type Needs = Permission | Readonly<Record<string, Permission>>;

/**
 * What one must hold in a body to see and take the work that waits for the body as a whole. By step where the steps of a kind differ;
 * `rest` is every other step. A person's own to-dos need nothing of this.
 */
const desks: Readonly<Record<TodoKind, Needs>> = {
  outgoing: {
    ...{ drafting: 'oa.document.draft', reviewing: 'oa.document.handle', countersigning: 'oa.document.handle' },
    ...{ vetting: 'oa.document.vet', signing: 'oa.document.sign', rest: 'oa.document.office' },
  },
  incoming: { handle: 'oa.document.handle', reply: 'oa.document.handle', instruct: 'oa.document.sign', rest: 'oa.incoming.register' },
  circulation: 'oa.document.read',
  delivery: 'exchange.inbox.decide',
  approval: 'approval.task.work',
  meeting: { approve: 'oa.meeting.approve', reviewed: 'oa.meeting.approve', rest: 'oa.meeting.write' },
  supervision: {
    ...{ establish: 'oa.supervision.approve', extension: 'oa.supervision.approve', confirm: 'oa.supervision.approve' },
    ...{ accept: 'oa.supervision.handle', handle: 'oa.supervision.handle', rest: 'oa.supervision.write' },
  },
  request: { serve: 'oa.request.serve', rest: 'oa.request.approve' },
  notice: 'oa.notice.write',
  archive: { approve: 'oa.archive.approve', rest: 'oa.archive.write' },
  letter: { drafted: 'portal.letter.approve', received: 'portal.letter.approve', rest: 'portal.letter.handle' },
  edition: 'portal.article.review',
};

/** The permission that a body's to-do of a kind and step asks for. */
export function deskNeeds(kind: TodoKind, step: string): Permission {
  const needs = desks[kind];
  return typeof needs === 'string' ? needs : (needs[step] ?? needs.rest!);
}

/** Every permission that opens a desk. */
export const deskPermissions: readonly Permission[] = [
  ...new Set(Object.values(desks).flatMap((needs) => (typeof needs === 'string' ? [needs] : Object.values(needs)))),
];
