import { Controller } from '@nestjs/common';
import {
  type DisablePerson,
  type EnablePerson,
  type PasswordReset,
  personApi,
  type PersonView,
  type ResetPassword,
} from '@karez/contracts-identity';
import type { Ctx } from '@karez/kernel';
import { Handles, type Handlers } from '@karez/messaging';
import { DisablePersonHandler } from './commands/disable-person.handler.js';
import { EnablePersonHandler } from './commands/enable-person.handler.js';
import { ResetPasswordHandler } from './commands/reset-password.handler.js';

export type AccountOperation = 'disablePerson' | 'enablePerson' | 'resetPassword';

/** What an administrator does to somebody's account. */
@Controller()
export class PersonAccountController implements Handlers<typeof personApi, AccountOperation> {
  constructor(
    private readonly disableHandler: DisablePersonHandler,
    private readonly enableHandler: EnablePersonHandler,
    private readonly resetPasswordHandler: ResetPasswordHandler,
  ) {}

  @Handles(personApi.disablePerson)
  disablePerson(request: DisablePerson, ctx: Ctx): Promise<PersonView> {
    return this.disableHandler.execute(request, ctx);
  }

  @Handles(personApi.enablePerson)
  enablePerson(request: EnablePerson, ctx: Ctx): Promise<PersonView> {
    return this.enableHandler.execute(request, ctx);
  }

  @Handles(personApi.resetPassword)
  resetPassword(request: ResetPassword, ctx: Ctx): Promise<PasswordReset> {
    return this.resetPasswordHandler.execute(request, ctx);
  }
}
