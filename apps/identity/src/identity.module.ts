import { Module, type Provider } from '@nestjs/common';
import type { Environment } from '@karez/service';
import { readConfig } from './config.js';
import { KeyController } from './key/key.controller.js';
import { Sealer } from './key/sealer.js';
import { SigningKeys } from './key/signing-keys.js';
import { Tokens } from './key/tokens.js';
import { Attempts } from './session/attempts.js';
import { Authorities } from './session/authority.js';
import { RefreshSessionHandler } from './session/commands/refresh-session.handler.js';
import { SignInHandler } from './session/commands/sign-in.handler.js';
import { SignOutHandler } from './session/commands/sign-out.handler.js';
import { Factors } from './session/factors.js';
import { MeController } from './session/me.controller.js';
import { MeView } from './session/me.view.js';
import { Passwords } from './session/passwords.js';
import { RefreshTokens } from './session/refresh-tokens.js';
import { SessionController } from './session/session.controller.js';
import { SessionStarter } from './session/session-starter.js';
import { IdentitySettings } from './settings.js';

const configured: Provider[] = [
  { provide: 'IdentityConfig', inject: ['Environment'], useFactory: (environment: Environment) => readConfig(environment) },
  {
    provide: IdentitySettings,
    inject: ['IdentityConfig'],
    useFactory: (config: ReturnType<typeof readConfig>) => new IdentitySettings(config),
  },
  { provide: Sealer, inject: ['IdentityConfig'], useFactory: ({ masterKey }: ReturnType<typeof readConfig>) => new Sealer(masterKey) },
];

@Module({
  controllers: [KeyController, SessionController, MeController],
  providers: [
    ...configured,
    ...[SigningKeys, Tokens],
    ...[Attempts, Authorities, Factors, MeView, Passwords, RefreshTokens, SessionStarter],
    ...[SignInHandler, RefreshSessionHandler, SignOutHandler],
  ],
})
export class IdentityModule {}
