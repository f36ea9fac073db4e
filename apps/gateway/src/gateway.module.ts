import { type DynamicModule, Module } from '@nestjs/common';
import { Admission } from './admission/admission.js';
import { BrowserGuard } from './caller/browser-guard.js';
import { BrowserSessionInterceptor } from './caller/browser-session.interceptor.js';
import { SessionCookies } from './caller/session-cookies.js';
import type { GatewayParts } from './gateway-parts.js';
import { HealthController } from './health/health.controller.js';
import { ServiceHealth } from './health/service-health.js';
import { LiveController } from './live/live.controller.js';
import { LiveStreams } from './live/live-streams.js';
import { OpenApiController, openApiToken } from './openapi/open-api.controller.js';
import { routesFor } from './routes/contract-routes.js';
import { Dispatcher } from './routes/dispatcher.js';
import { EdgeGuard } from './routes/edge.guard.js';

/** The routes of every contract and the gateway's own, and what they need. */
@Module({})
export class GatewayModule {
  static of({ contracts, admission, dispatcher, browsers, cookies, live, health, document }: GatewayParts): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [...contracts.map(routesFor), LiveController, HealthController, OpenApiController],
      providers: [
        EdgeGuard,
        BrowserSessionInterceptor,
        { provide: Admission, useValue: admission },
        { provide: Dispatcher, useValue: dispatcher },
        { provide: BrowserGuard, useValue: browsers },
        { provide: SessionCookies, useValue: cookies },
        { provide: LiveStreams, useValue: live },
        { provide: ServiceHealth, useValue: health },
        { provide: openApiToken, useValue: document },
      ],
    };
  }
}
