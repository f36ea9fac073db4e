import { Injectable } from '@nestjs/common';
import type { SignedIn, SignInApplicant } from '@karez/contracts-identity';
import { type Ctx, DomainError } from '@karez/kernel';
import { UnitOfWork } from '@karez/persistence';
import { DataSource } from 'typeorm';
import { Attempts } from '../../session/attempts.js';
import { type Credential, Passwords } from '../../session/passwords.js';
import { SessionStarter } from '../../session/session-starter.js';
import { Applicant } from '../applicant.entity.js';

/** 申请人登录: the same gate, counters and silence as for staff. */
@Injectable()
export class SignInApplicantHandler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly starter: SessionStarter,
  ) {}

  async execute({ phone, password }: SignInApplicant, ctx: Ctx): Promise<SignedIn> {
    try {
      const applicant = await this.dataSource.manager.findOneBy(Applicant, { phone });
      const attempt = { realm: 'applicant', account: phone, subjectId: applicant?.id, address: ctx.address } as const;
      await this.attempts.enterSignIn(attempt, ctx.now);
      const credential = await this.passwords.of(applicant?.id);
      const right = await this.passwords.matches(credential, password);
      if (!right || !credential || !applicant) throw new DomainError('identity.session.wrong_credentials');
      const signedIn = await this.#start(applicant, credential, ctx);
      await this.attempts.passedSignIn(attempt);
      return signedIn;
    } catch (error) {
      if (error instanceof DomainError) await this.unitOfWork.refused(ctx, error.code);
      throw error;
    }
  }

  #start({ id, name }: Applicant, credential: Credential, ctx: Ctx): Promise<SignedIn> {
    const actor = { realm: 'applicant', id, name, grants: [] } as const;
    return this.unitOfWork.run(
      { ...ctx, actor },
      async (tx) => {
        const applicant = await tx.load(Applicant, id);
        if (applicant.state !== 'active') throw new DomainError('identity.session.wrong_credentials');
        return this.starter.start(tx, { realm: 'applicant', subjectId: id }, credential, credential.mustChange);
      },
      { keep: false },
    );
  }
}
