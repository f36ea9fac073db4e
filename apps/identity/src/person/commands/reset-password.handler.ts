import { Injectable } from '@nestjs/common';
import type { PasswordReset, ResetPassword } from '@karez/contracts-identity';
import type { Ctx } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { noticeTo } from '../../notification/notice.js';
import { assertNotAbove } from '../../role/own-limits.js';
import { newPassword, Passwords } from '../../session/passwords.js';
import { endSessions } from '../../session/session-changes.js';
import { heldGrants } from '../held-grants.js';
import { Person } from '../person.entity.js';
import { assertNotSelf, ownerOfPerson } from '../person.policy.js';

/** 重置密码: a new one that is shown once and has to be changed first; every session ends. */
@Injectable()
export class ResetPasswordHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passwords: Passwords,
  ) {}

  execute({ personId }: ResetPassword, ctx: Ctx): Promise<PasswordReset> {
    return this.unitOfWork.run(
      ctx,
      async (tx) => {
        const person = await tx.loadInScope(Person, personId, 'identity.person.disable', ownerOfPerson);
        assertNotSelf(ctx.actor, personId);
        person.assertActive();
        await assertNotAbove(tx.manager, ctx.actor, 'identity.person.disable', await heldGrants(tx.manager, personId));
        const firstPassword = newPassword();
        await this.passwords.set(tx.manager, { subjectId: personId, password: firstPassword, mustChange: true }, ctx.now);
        await noticeTo(tx, person, 'password_reset', { by: ctx.actor.name });
        await tx.save(person);
        await endSessions(tx, { subjectId: personId }, 'password_reset');
        return { firstPassword };
      },
      { keep: () => ({ firstPassword: '' }) },
    );
  }
}
