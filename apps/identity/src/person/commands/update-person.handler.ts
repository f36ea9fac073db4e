import { Injectable } from '@nestjs/common';
import type { PersonView, UpdatePerson } from '@karez/contracts-identity';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { saveIntroduced } from '../introduce.js';
import { Person } from '../person.entity.js';
import { ownerOfPerson } from '../person.policy.js';
import { writePersonTerms } from '../person-terms.js';
import { personView } from '../person.view.js';

/** 修改人员信息. */
@Injectable()
export class UpdatePersonHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ personId, version, ...profile }: UpdatePerson, ctx: Ctx): Promise<PersonView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const person = await tx.loadInScope(Person, personId, 'identity.person.write', ownerOfPerson);
      person.changeProfile(profile, version);
      await saveIntroduced(tx, person);
      await writePersonTerms(tx.manager, person);
      return personView(tx.manager, ctx.actor, personId);
    });
  }
}
