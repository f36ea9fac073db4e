import { Injectable } from '@nestjs/common';
import type { IssueBulletin } from '@karez/contracts-oa';
import { type Ctx, DomainError, newId } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { SupervisionBoards } from '../supervision-board.js';

/** 印发督查通报: the figures as they stand now, under the next number of the year. */
@Injectable()
export class IssueBulletinHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly boards: SupervisionBoards,
  ) {}

  /** @throws DomainError `oa.supervision.period_invalid`, `auth.out_of_scope` */
  async execute({ from, to, title, text }: IssueBulletin, ctx: Ctx): Promise<{ readonly bulletinId: string }> {
    const board = await this.boards.board({ from, to }, ctx);
    return this.unitOfWork.run(ctx, async (tx) => {
      const { actor, now } = ctx;
      if (!actor.orgId || !(await tx.reaches('oa.supervision.write', actor.orgId))) throw new DomainError('auth.out_of_scope');
      await tx.manager.query(`select pg_advisory_xact_lock(hashtext('oa.bulletin ' || $1))`, [actor.orgId]);
      const id = newId();
      const year = Number(to.slice(0, 4));
      await tx.manager.query(
        `insert into supervision_bulletin (id, org_id, year, issue, title, from_day, to_day, text, board, by_id, by_name, issued_at)
         select $1, $2, $3, coalesce(max(issue), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11 from supervision_bulletin where org_id = $2 and year = $3`,
        [...[id, actor.orgId, year, title, from, to, text ?? null, JSON.stringify(board)], ...[actor.id, actor.name, now]],
      );
      tx.touch('supervision_bulletin', id);
      return { bulletinId: id };
    });
  }
}
