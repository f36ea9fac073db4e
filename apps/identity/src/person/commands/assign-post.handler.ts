import { Injectable } from '@nestjs/common';
import type { AssignPost, PersonView } from '@karez/contracts-identity';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { chinaDate } from '../../china-date.js';
import { noticeTo } from '../../notification/notice.js';
import { Org } from '../../org/org.entity.js';
import { saveIntroduced } from '../introduce.js';
import { Person } from '../person.entity.js';
import { assertNotSelf, ownerOfPerson } from '../person.policy.js';
import { personView } from '../person.view.js';
import { openPost } from '../post.js';

/** 安排岗位: person and body both within the caller's reach. A post by itself permits nothing; roles are granted to it. */
@Injectable()
export class AssignPostHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute({ personId, orgId, title, primary = false }: AssignPost, ctx: Ctx): Promise<PersonView> {
    return this.unitOfWork.run(ctx, async (tx) => {
      // bodies are held before people everywhere, so that two commands never wait for each other
      const org = await tx.loadInScope(Org, orgId, 'identity.person.write', (alias) => ({ org: `${alias}.id` }));
      const person = await tx.loadInScope(Person, personId, 'identity.person.write', ownerOfPerson);
      assertNotSelf(ctx.actor, personId);
      person.assertActive();
      org.assertStanding();
      await openPost(tx.manager, { personId, orgId, title, primary }, chinaDate(ctx.now));
      if (primary) person.moveHome(orgId);
      await noticeTo(tx, person, 'post_assigned', { orgName: org.name, title });
      await saveIntroduced(tx, person);
      return personView(tx.manager, ctx.actor, personId);
    });
  }
}
