import { Injectable } from '@nestjs/common';
import type { ChangePassword } from '@karez/contracts-identity';
import { Empty } from '@karez/contracts-kernel';
import { type Ctx, DomainError } from '@karez/kernel';
import { type Tx, UnitOfWork } from '@karez/persistence';
import { noticeTo } from '../../notification/notice.js';
import { Person } from '../../person/person.entity.js';
import { Attempts } from '../attempts.js';
import { asvs, mlps3, type Owner } from '../password.policy.js';
import { Passwords } from '../passwords.js';
import { authorityChanged, endSessions } from '../session-changes.js';

/** 修改密码. Whoever else is signed in with the old one is signed out. */
@Injectable()
export class ChangePasswordHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
  ) {}

  async execute({ current, next }: ChangePassword, ctx: Ctx): Promise<Empty> {
    const { id, realm, sessionId } = ctx.actor;
    if (realm !== 'staff' && realm !== 'applicant') throw new DomainError('auth.forbidden', { needs: 'staff' });
    const attempt = { realm, account: `password of ${id}`, subjectId: undefined, address: ctx.address };
    await this.attempts.enterSignIn(attempt, ctx.now);
    const credential = await this.passwords.of(id);
    if (!(await this.passwords.matches(credential, current))) {
      await this.unitOfWork.refused(ctx, 'identity.password.wrong');
      throw new DomainError('identity.password.wrong');
    }
    await this.attempts.passedSignIn(attempt);
    return this.unitOfWork.run(
      ctx,
      async (tx) => {
        const owner = realm === 'staff' ? await this.#noticed(tx) : await ownerOfApplicant(tx);
        await this.passwords.assertGood(next, owner, realm === 'staff' ? mlps3 : asvs, credential);
        await this.passwords.set(tx.manager, { subjectId: id, password: next, mustChange: false }, ctx.now);
        await endSessions(tx, { subjectId: id }, 'password_changed', sessionId);
        await authorityChanged(tx, { subjectId: id });
        return new Empty();
      },
      { keep: false },
    );
  }

  async #noticed(tx: Tx): Promise<Owner> {
    const person = await tx.load(Person, tx.ctx.actor.id);
    await noticeTo(tx, person, 'password_changed', { address: tx.ctx.address ?? '' });
    await tx.save(person);
    return person;
  }
}

async function ownerOfApplicant(tx: Tx): Promise<Owner> {
  const { id } = tx.ctx.actor;
  tx.touch('applicant', id);
  const [owner] = await tx.manager.query<[Owner]>('select phone as account, name from applicant where id = $1 for update', [id]);
  return owner;
}
