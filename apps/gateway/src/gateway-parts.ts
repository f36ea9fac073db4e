import type { Contract } from '@karez/contracts-kernel';
import { type Bus, Remote, type Watch } from '@karez/messaging';
import { type Log, type Metrics, tokenCheckOver } from '@karez/service';
import { Admission, type Room } from './admission/admission.js';
import { Capacity } from './admission/capacity.js';
import { RateLimits } from './admission/rate-limits.js';
import { Authorities } from './caller/authorities.js';
import { BrowserGuard } from './caller/browser-guard.js';
import { Callers } from './caller/callers.js';
import { gatewayKey } from './caller/gateway-key.js';
import { SessionCookies } from './caller/session-cookies.js';
import { SessionWatch } from './caller/session-watch.js';
import type { GatewayEnvironment } from './gateway-environment.js';
import { ServiceHealth } from './health/service-health.js';
import { EventFeed } from './live/event-feed.js';
import { LiveStreams } from './live/live-streams.js';
import { openApi } from './openapi/open-api.js';
import { Problems } from './problem/problem.js';
import { ProblemSender } from './problem/problem-sender.js';
import { Dispatcher } from './routes/dispatcher.js';

/** What the gateway stands on. */
export interface Surroundings {
  readonly contracts: readonly Contract[];
  readonly environment: GatewayEnvironment;
  readonly bus: Bus;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly watch: Watch;
}
export type GatewayParts = ReturnType<typeof gatewayParts>;

/** What the gateway is made of, put together once. */
export function gatewayParts({ contracts, environment, bus, log, metrics, watch }: Surroundings) {
  const remote = new Remote(bus);
  const tokens = tokenCheckOver(remote);
  const authorities = new Authorities(remote, tokens);
  const browsers = new BrowserGuard(gatewayKey(environment), environment.publicUrl);
  const limits = new RateLimits(environment.rates, environment.redisUrl);
  const room: Room = { calls: new Capacity(environment.maxInFlight), lasting: new Capacity(environment.maxLasting) };
  return {
    ...{ contracts, browsers, limits, room },
    problems: new ProblemSender(new Problems(contracts), log),
    cookies: new SessionCookies(environment.publicUrl),
    sessions: new SessionWatch(remote, authorities, environment.sessionPollMs, watch),
    admission: new Admission(room, new Callers(tokens, authorities, browsers), limits),
    dispatcher: new Dispatcher(remote, authorities, metrics.observer(log)),
    feed: new EventFeed(bus, contracts, watch),
    live: new LiveStreams(),
    health: new ServiceHealth(bus, contracts),
    document: openApi(contracts),
  };
}
