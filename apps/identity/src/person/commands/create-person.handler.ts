import { Injectable } from '@nestjs/common';
import type { CreatePerson, PersonCreated } from '@karez/contracts-identity';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { chinaDate } from '../../china-date.js';
import { refusingDuplicate } from '../../duplicates.js';
import { Org } from '../../org/org.entity.js';
import { newPassword, Passwords } from '../../session/passwords.js';
import { Person } from '../person.entity.js';
import { writePersonTerms } from '../person-terms.js';
import { saveIntroduced } from '../introduce.js';
import { personView } from '../person.view.js';
import { openPost } from '../post.js';

/** 登记人员, in a body within the caller's reach, with a first password that is shown once. */
@Injectable()
export class CreatePersonHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passwords: Passwords,
  ) {}

  execute(request: CreatePerson, ctx: Ctx): Promise<PersonCreated> {
    const { account, orgId, title } = request;
    return this.unitOfWork.run(
      ctx,
      async (tx) => {
        const org = await tx.loadInScope(Org, orgId, 'identity.person.write', (alias) => ({ org: `${alias}.id` }));
        org.assertStanding();
        const person = Person.register({ ...request, homeOrgId: orgId }, ctx.now);
        await refusingDuplicate({ person_account_key: new DomainError('identity.person.account_taken', { account }) }, () =>
          tx.save(person),
        );
        await writePersonTerms(tx.manager, person);
        await openPost(tx.manager, { personId: person.id, orgId, title, primary: true }, chinaDate(ctx.now));
        await saveIntroduced(tx, person);
        const firstPassword = newPassword();
        await this.passwords.set(tx.manager, { subjectId: person.id, password: firstPassword, mustChange: true }, ctx.now);
        return { person: await personView(tx.manager, ctx.actor, person.id), firstPassword };
      },
      // a repeated command gets the person again, and never the password: it is kept nowhere in clear
      { keep: ({ person }) => ({ person, firstPassword: '' }) },
    );
  }
}
