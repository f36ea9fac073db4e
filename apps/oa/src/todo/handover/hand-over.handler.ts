import { Injectable } from '@nestjs/common';
import { type HandOver, type HandoverPart, type HandoverRow, type HandoverShare, TodoChanged, type TodoKind, todoKindWords } from '@karez/contracts-oa'; // prettier-ignore
import { type Ctx, DomainError, newId } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { People } from '../../people/people.js';
import { Leavers } from './leavers.js';
import { Successions } from './successions.js';

/** 工作移交: nothing of somebody's open work is left behind, and who got what is kept. */
@Injectable()
export class HandOverHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly leavers: Leavers,
    private readonly successions: Successions,
  ) {}

  /** @throws DomainError `not_found`, `oa.handover.nothing`, `…to_self`, `…kind_twice`, `…left_over`, `oa.person.not_there` */
  execute({ fromId, parts, reason }: HandOver, ctx: Ctx): Promise<HandoverRow> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const { name, open } = await this.leavers.one(tx.manager, ctx, fromId);
      if (open.length === 0) throw new DomainError('oa.handover.nothing', { name });
      const kinds = open.map(({ kind }) => kind);
      const shares: HandoverShare[] = [];
      for (const [part, taken] of divided(parts, kinds)) {
        if (part.toId === fromId) throw new DomainError('oa.handover.to_self');
        shares.push(await this.#move(tx, { fromId, toId: part.toId, kinds: taken }));
      }
      const row: HandoverRow = { id: newId(), fromName: name, byName: ctx.actor.name, reason, at: ctx.now.toISOString(), shares };
      await tx.manager.query(
        `insert into handover (id, from_id, from_name, org_id, by_id, by_name, reason, at, shares)
         values ($1, $2, $3, (select org_id from person_post where person_id = $2 and place = 0), $4, $5, $6, $7, $8)`,
        [row.id, fromId, name, ctx.actor.id, ctx.actor.name, reason, ctx.now, JSON.stringify(shares)],
      );
      tx.touch('handover', row.id);
      return row;
    });
  }

  async #move(tx: Tx, { fromId, toId, kinds }: { fromId: string; toId: string; kinds: TodoKind[] }): Promise<HandoverShare> {
    const to = await this.people.at(tx.manager, toId);
    const open = await tx.manager.query<{ subject_id: string }[]>(
      `select distinct subject_id from todo where person_id = $1 and state = 'open' and service = 'oa' and kind = any($2::text[])`,
      [fromId, kinds],
    );
    await this.successions.follow(tx, { subjectIds: open.map(({ subject_id }) => subject_id), fromId, to });
    // a step that the successor has as well is one thing to do, not two
    await tx.manager.query(
      `update todo set state = 'cancelled', ended_at = $4 where person_id = $1 and state = 'open' and service = 'oa' and kind = any($3::text[])
         and exists (select 1 from todo own where own.person_id = $2 and own.state = 'open' and own.subject_id = todo.subject_id and own.step = todo.step)`,
      [fromId, toId, kinds, tx.ctx.now],
    );
    const [, moved] = await tx.manager.query<[unknown[], number]>(
      `update todo set person_id = $2 where person_id = $1 and state = 'open' and service = 'oa' and kind = any($3::text[])`,
      [fromId, toId, kinds],
    );
    tx.hint(new TodoChanged(fromId), fromId, { personIds: [fromId, toId] });
    return { toName: to.name, kinds, moved };
  }
}

/** Who takes what: each kind once, and none is left over. */
function divided(parts: readonly HandoverPart[], open: readonly TodoKind[]): (readonly [HandoverPart, TodoKind[]])[] {
  const named = parts.flatMap(({ kinds }) => kinds);
  const twice = named.find((kind, at) => named.indexOf(kind) !== at);
  if (twice) throw new DomainError('oa.handover.kind_twice', { kind: todoKindWords[twice] });
  const rest = open.filter((kind) => !named.includes(kind));
  const takesRest = parts.filter(({ kinds }) => kinds.length === 0);
  if (takesRest.length > 1) throw new DomainError('oa.handover.kind_twice', { kind: '其余事项' });
  if (rest.length && !takesRest.length)
    throw new DomainError('oa.handover.left_over', { kinds: rest.map((kind) => todoKindWords[kind]).join('、') });
  return parts.map((part) => [part, part.kinds.length ? part.kinds : rest] as const);
}
