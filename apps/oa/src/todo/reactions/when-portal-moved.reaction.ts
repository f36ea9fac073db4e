import { Injectable } from '@nestjs/common';
import type { EventEnvelope } from '@karez/contracts-kernel';
import { EditionMoved, LetterMoved } from '@karez/contracts-portal';
import { ReactsTo } from '@karez/messaging';
import type { Tx } from '@karez/persistence';
import { Todos } from '../todos.js';

const letterActs: Readonly<Record<string, string>> = { received: '转办', routed: '答复', drafted: '审定答复' };

/** What waits at the portal: letters to be routed, answered and approved, editions to be reviewed. */
@Injectable()
export class WhenPortalMoved {
  constructor(private readonly todos: Todos) {}

  @ReactsTo(LetterMoved)
  async letter({ occurredAt, data: { letterId, orgId, state, letter } }: EventEnvelope<LetterMoved>, tx: Tx): Promise<void> {
    const act = letterActs[state];
    const desk = state === 'routed' ? orgId : letter?.deskId;
    if (!act || !letter || !desk) {
      await this.todos.end(
        tx,
        { subjectId: letterId, endedAt: new Date(occurredAt) },
        state === 'answered' || state === 'closed' ? 'done' : 'cancelled',
      );
      return;
    }
    await this.todos.leave(tx, { subjectId: letterId, keep: state, holderId: desk, endedAt: new Date(occurredAt) });
    await this.todos.open(tx, {
      openedAt: new Date(occurredAt),
      ...{ service: 'portal', kind: 'letter', subjectId: letterId, step: state, title: letter.subject, act, orgId: desk },
      ...{ href: `/portal/letters/${letterId}`, dueAt: new Date(letter.dueAt) },
    });
  }

  @ReactsTo(EditionMoved)
  async edition({ occurredAt, data: { editionId, state, title, waitsFor } }: EventEnvelope<EditionMoved>, tx: Tx): Promise<void> {
    if (state !== 'in_review' || !waitsFor) {
      await this.todos.end(tx, { subjectId: editionId, endedAt: new Date(occurredAt) }, state === 'approved' ? 'done' : 'cancelled');
      return;
    }
    await this.todos.leave(tx, { subjectId: editionId, step: 'review', holderId: waitsFor, endedAt: new Date(occurredAt) });
    await this.todos.open(tx, {
      openedAt: new Date(occurredAt),
      ...{ service: 'portal', kind: 'edition', subjectId: editionId, step: 'review', title, act: '审核', orgId: waitsFor },
      ...{ href: `/portal/articles/${editionId}` },
    });
  }
}
