import { Module, type Provider, type Type } from '@nestjs/common';
import type { Environment } from '@karez/service';
import { ApplicantCodes } from './applicant/applicant-codes.js';
import { ApplicantController } from './applicant/applicant.controller.js';
import { RegisterApplicantHandler } from './applicant/commands/register-applicant.handler.js';
import { RequestApplicantCodeHandler } from './applicant/commands/request-applicant-code.handler.js';
import { SignInApplicantHandler } from './applicant/commands/sign-in-applicant.handler.js';
import { SmsOutbox, SmsSender } from './applicant/sms-sender.js';
import { AuditController } from './audit/audit.controller.js';
import { ClientController } from './client/client.controller.js';
import { DisableClientHandler } from './client/commands/disable-client.handler.js';
import { RegisterClientHandler } from './client/commands/register-client.handler.js';
import { SignInClientHandler } from './client/commands/sign-in-client.handler.js';
import { type IdentityConfig, readConfig } from './config.js';
import { PlannedReorganisation } from './jobs/planned-reorganisation.job.js';
import { SendSms } from './jobs/send-sms.job.js';
import { Tidy } from './jobs/tidy.job.js';
import { Sealer } from './key/sealer.js';
import { SigningKeys } from './key/signing-keys.js';
import { Tokens } from './key/tokens.js';
import { ReadNotificationHandler } from './notification/commands/read-notification.handler.js';
import { NotificationController } from './notification/notification.controller.js';
import { CreateOrgHandler } from './org/commands/create-org.handler.js';
import { ReorganiseOrgHandler } from './org/commands/reorganise-org.handler.js';
import { OrgController } from './org/org.controller.js';
import { AssignPostHandler } from './person/commands/assign-post.handler.js';
import { CreatePersonHandler } from './person/commands/create-person.handler.js';
import { DisablePersonHandler } from './person/commands/disable-person.handler.js';
import { EnablePersonHandler } from './person/commands/enable-person.handler.js';
import { EndPostHandler } from './person/commands/end-post.handler.js';
import { ResetPasswordHandler } from './person/commands/reset-password.handler.js';
import { UpdatePersonHandler } from './person/commands/update-person.handler.js';
import { PersonAccountController } from './person/person-account.controller.js';
import { PersonController } from './person/person.controller.js';
import { WhenActAudited } from './reactions/when-act-audited.reaction.js';
import { CreateRoleHandler } from './role/commands/create-role.handler.js';
import { GrantRoleHandler } from './role/commands/grant-role.handler.js';
import { RemoveRoleHandler } from './role/commands/remove-role.handler.js';
import { UpdateRoleHandler } from './role/commands/update-role.handler.js';
import { WithdrawRoleHandler } from './role/commands/withdraw-role.handler.js';
import { GrantController } from './role/grant.controller.js';
import { RoleController } from './role/role.controller.js';
import { Attempts } from './session/attempts.js';
import { Authorities } from './session/authority.js';
import { AuthorityController } from './session/authority.controller.js';
import { CapacityController } from './session/capacity.controller.js';
import { ChangePasswordHandler } from './session/commands/change-password.handler.js';
import { ConfirmFactorHandler } from './session/commands/confirm-factor.handler.js';
import { EndSessionHandler } from './session/commands/end-session.handler.js';
import { EnrolFactorHandler } from './session/commands/enrol-factor.handler.js';
import { RefreshSessionHandler } from './session/commands/refresh-session.handler.js';
import { RemoveFactorHandler } from './session/commands/remove-factor.handler.js';
import { SignInHandler } from './session/commands/sign-in.handler.js';
import { SignOutHandler } from './session/commands/sign-out.handler.js';
import { StepUpHandler } from './session/commands/step-up.handler.js';
import { SwitchPostHandler } from './session/commands/switch-post.handler.js';
import { UpdateMeHandler } from './session/commands/update-me.handler.js';
import { Factors } from './session/factors.js';
import { MeController } from './session/me.controller.js';
import { MeView } from './session/me.view.js';
import { Passwords } from './session/passwords.js';
import { RefreshTokens } from './session/refresh-tokens.js';
import { SessionController } from './session/session.controller.js';
import { SessionStarter } from './session/session-starter.js';
import { IdentitySettings } from './settings.js';

const configToken = 'IdentityConfig';
const configured: Provider[] = [
  { provide: configToken, inject: ['Environment'], useFactory: (environment: Environment) => readConfig(environment) },
  { provide: IdentitySettings, inject: [configToken], useFactory: (config: IdentityConfig) => new IdentitySettings(config) },
  { provide: Sealer, inject: [configToken], useFactory: ({ masterKey }: IdentityConfig) => new Sealer(masterKey) },
  { provide: SmsSender, inject: [configToken], useFactory: ({ smsOutbox }: IdentityConfig) => new SmsOutbox(smsOutbox) },
];

/** The rooms of identity: what each answers, and what its commands need. */
const rooms: readonly { readonly controllers: Type[]; readonly providers: Provider[] }[] = [
  { controllers: [OrgController], providers: [CreateOrgHandler, ReorganiseOrgHandler] },
  {
    controllers: [PersonController, PersonAccountController],
    providers: [
      CreatePersonHandler,
      UpdatePersonHandler,
      AssignPostHandler,
      EndPostHandler,
      DisablePersonHandler,
      EnablePersonHandler,
      ResetPasswordHandler,
    ],
  },
  {
    controllers: [RoleController, GrantController],
    providers: [CreateRoleHandler, UpdateRoleHandler, RemoveRoleHandler, GrantRoleHandler, WithdrawRoleHandler],
  },
  {
    controllers: [SessionController, CapacityController, AuthorityController],
    providers: [Attempts, Authorities, Factors, Passwords, RefreshTokens, SessionStarter, SigningKeys, Tokens],
  },
  {
    controllers: [],
    providers: [SignInHandler, RefreshSessionHandler, SignOutHandler, EndSessionHandler, StepUpHandler, SwitchPostHandler],
  },
  {
    controllers: [MeController],
    providers: [MeView, UpdateMeHandler, ChangePasswordHandler, EnrolFactorHandler, ConfirmFactorHandler, RemoveFactorHandler],
  },
  {
    controllers: [ApplicantController],
    providers: [ApplicantCodes, RequestApplicantCodeHandler, RegisterApplicantHandler, SignInApplicantHandler],
  },
  { controllers: [ClientController], providers: [RegisterClientHandler, DisableClientHandler, SignInClientHandler] },
  { controllers: [NotificationController], providers: [ReadNotificationHandler] },
  { controllers: [AuditController], providers: [WhenActAudited] },
  { controllers: [], providers: [PlannedReorganisation, SendSms, Tidy] },
];

@Module({
  controllers: rooms.flatMap(({ controllers }) => controllers),
  providers: [...configured, ...rooms.flatMap(({ providers }) => providers)],
})
export class IdentityModule {}
