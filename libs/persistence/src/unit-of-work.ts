import { type Ctx, DomainError } from '@karez/kernel';
import type { DataSource } from 'typeorm';
import { Tx } from './tx.js';

export interface RunOptions<R> {
  /**
   * What is kept as the answer to a repeated command; `false` keeps nothing (requests or answers that hold a secret), and the
   * command then runs again when it is repeated.
   */
  readonly keep?: false | ((reply: R) => object);
}
interface Handled {
  readonly reply: object | null;
  readonly operation: string;
  readonly request_digest: string;
}

/** A command is one transaction: idempotency row, entity rows, outbox rows and audit row, all or nothing. */
export class UnitOfWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly service: string,
  ) {}

  /**
   * Runs a command. The same command id of the same caller gets the first answer again.
   * @throws DomainError `command.key_reused` when the id was used with another request
   */
  run<R extends object>(ctx: Ctx, work: (tx: Tx) => Promise<R>, { keep }: RunOptions<R> = {}): Promise<R> {
    return this.dataSource.transaction(async (manager) => {
      const caller = `${ctx.actor.realm}:${ctx.actor.id}`;
      if (keep !== false) {
        // a second delivery of the same command waits here for the first one's commit
        const [first] = await manager.query<unknown[]>(
          'insert into handled_command (caller, id, operation, request_digest) values ($1, $2, $3, $4) on conflict do nothing returning id',
          [caller, ctx.commandId, ctx.operation, ctx.requestDigest],
        );
        if (!first)
          return this.#repeated<R>(
            await manager.query('select reply, operation, request_digest from handled_command where caller = $1 and id = $2', [
              caller,
              ctx.commandId,
            ]),
            ctx,
          );
      }
      const tx = new Tx(manager, ctx, this.service);
      const reply = await work(tx);
      if (keep !== false) {
        await manager.query('update handled_command set reply = $3 where caller = $1 and id = $2', [
          caller,
          ctx.commandId,
          JSON.stringify(keep ? keep(reply) : reply),
        ]);
      }
      await tx.tellHints();
      await tx.audit();
      return reply;
    });
  }

  /** Records an act that was refused and is worth knowing: a failed sign-in, a reach for another body's row. */
  async refused(ctx: Ctx, code: string): Promise<void> {
    await this.dataSource.transaction((manager) => new Tx(manager, ctx, this.service).audit(code));
  }

  #repeated<R extends object>([handled]: Handled[], ctx: Ctx): R {
    if (!handled || handled.operation !== ctx.operation || handled.request_digest !== ctx.requestDigest)
      throw new DomainError('command.key_reused');
    return handled.reply as R;
  }
}
