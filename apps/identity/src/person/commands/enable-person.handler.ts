import { Injectable } from '@nestjs/common';
import type { EnablePerson, PersonView } from '@karez/contracts-identity';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { assertNotAbove } from '../../role/own-limits.js';
import { heldGrants } from '../held-grants.js';
import { Person } from '../person.entity.js';
import { assertNotSelf, ownerOfPerson } from '../person.policy.js';
import { personView } from '../person.view.js';

/** 启用账号. */
@Injectable()
export class EnablePersonHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ personId }: EnablePerson, ctx: Ctx): Promise<PersonView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const person = await tx.loadInScope(Person, personId, 'identity.person.disable', ownerOfPerson);
      assertNotSelf(ctx.actor, personId);
      await assertNotAbove(tx.manager, ctx.actor, 'identity.person.disable', await heldGrants(tx.manager, personId));
      person.enable();
      await tx.save(person);
      return personView(tx.manager, ctx.actor, personId);
    });
  }
}
