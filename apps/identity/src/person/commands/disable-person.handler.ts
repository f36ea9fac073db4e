import { Injectable } from '@nestjs/common';
import type { DisablePerson, PersonView } from '@karez/contracts-identity';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { assertNotAbove } from '../../role/own-limits.js';
import { endSessions } from '../../session/session-changes.js';
import { heldGrants } from '../held-grants.js';
import { Person } from '../person.entity.js';
import { assertNotSelf, ownerOfPerson } from '../person.policy.js';
import { personView } from '../person.view.js';

/** 停用账号: with it every session of the person ends, everywhere. */
@Injectable()
export class DisablePersonHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ personId, reason }: DisablePerson, ctx: Ctx): Promise<PersonView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const person = await tx.loadInScope(Person, personId, 'identity.person.disable', ownerOfPerson);
      assertNotSelf(ctx.actor, personId);
      await assertNotAbove(tx.manager, ctx.actor, 'identity.person.disable', await heldGrants(tx.manager, personId));
      person.disable(reason);
      await tx.save(person);
      await endSessions(tx, { subjectId: personId }, 'disabled');
      return personView(tx.manager, ctx.actor, personId);
    });
  }
}
