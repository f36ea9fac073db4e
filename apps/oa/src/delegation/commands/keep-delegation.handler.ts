import { Injectable } from '@nestjs/common';
import { type DelegationOf, type DelegationView, type GrantDelegation, type TodoKind, todoKindWords } from '@karez/contracts-oa';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { People } from '../../people/people.js';
import { Delegation } from '../delegation.entity.js';
import { DelegationLists } from '../delegation.lists.js';

interface Beside {
  readonly from_id: string;
  readonly to_id: string;
  readonly kinds: readonly TodoKind[];
}

/** 委托、收回委托. */
@Injectable()
export class KeepDelegationHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly lists: DelegationLists,
  ) {}

  /** @throws DomainError `oa.delegation.self`, `…period`, `…overlaps`, `…chain`, `…loop`, `oa.person.not_there` */
  grant(request: GrantDelegation, ctx: Ctx): Promise<DelegationView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const [from, until] = [new Date(request.from), new Date(request.until)];
      const { toId, kinds, reason = null } = request;
      const granted = Delegation.grant(ctx.actor.id, { toId, kinds, from, until, reason }, ctx.now);
      await this.people.at(tx.manager, toId);
      // a chain is made of two, so two grants must see each other
      await tx.manager.query(`select pg_advisory_xact_lock(hashtextextended('delegation', 0))`);
      await this.#assertAlone(tx, granted);
      await tx.save(granted);
      return this.lists.one(tx.manager, granted.id, ctx);
    });
  }

  /** @throws DomainError `not_found` for another's */
  revoke({ delegationId }: DelegationOf, ctx: Ctx): Promise<DelegationView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const delegation = await tx.load(Delegation, delegationId);
      if (delegation.fromId !== ctx.actor.id) throw new DomainError('not_found', { id: delegationId });
      delegation.revoke(ctx.now);
      await tx.save(delegation);
      return this.lists.one(tx.manager, delegationId, ctx);
    });
  }

  async #assertAlone({ manager }: Tx, { fromId, toId, kinds, fromAt, untilAt }: Delegation): Promise<void> {
    const beside = await manager.query<Beside[]>(
      `select from_id, to_id, kinds from delegation
       where state = 'granted' and from_at < $4 and until_at > $3 and (from_id in ($1, $2) or to_id in ($1, $2))`,
      [fromId, toId, fromAt, untilAt],
    );
    const names = await this.people.names(manager, [fromId, toId, ...beside.flatMap(({ from_id, to_id }) => [from_id, to_id])]);
    const name = (id: string) => names.get(id) ?? '';
    for (const each of beside) {
      if (each.from_id === toId && each.to_id === fromId) throw new DomainError('oa.delegation.loop', { name: name(toId) });
      if (each.from_id === toId) throw new DomainError('oa.delegation.chain', { name: name(toId) });
      if (each.to_id === fromId) throw new DomainError('oa.delegation.chain', { name: name(fromId) });
      const both = common(kinds, each.kinds);
      if (each.from_id === fromId && both) throw new DomainError('oa.delegation.overlaps', { kinds: both, name: name(each.to_id) });
    }
  }
}

/** What two scopes have in common, in words; nothing when they are apart. */
function common(one: readonly TodoKind[], other: readonly TodoKind[]): string | undefined {
  if (one.length === 0 && other.length === 0) return '全部事项';
  const both = one.length === 0 ? other : other.length === 0 ? one : one.filter((kind) => other.includes(kind));
  return both.length > 0 ? both.map((kind) => todoKindWords[kind]).join('、') : undefined;
}
