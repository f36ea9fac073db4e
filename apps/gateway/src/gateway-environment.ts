import { type Environment, number, readEnvironment } from '@karez/service';

type Variables = Readonly<Record<string, string | undefined>>;

/** So many calls in so many seconds. */
export interface Rate {
  readonly calls: number;
  readonly seconds: number;
}
export interface Rates {
  /** KAREZ_LIMIT_SESSION: all calls of one session. */
  readonly session: Rate;
  /** KAREZ_LIMIT_ADDRESS: all calls without a session from one address; a whole office may share one. */
  readonly address: Rate;
  /** KAREZ_LIMIT_SIGN_IN: signing in and renewing, of one address; identity counts failures by account besides. */
  readonly signIn: Rate;
  /** KAREZ_LIMIT_PUBLIC_WRITE: what anyone may send, of one address. */
  readonly publicWrite: Rate;
}

/** The gateway's settings, each from the environment variable named beside it. */
export interface GatewayEnvironment extends Environment {
  /** KAREZ_PORT, KAREZ_HOST: where it listens. */
  readonly port: number;
  readonly host: string;
  /** KAREZ_WEB_PORTAL_URL, KAREZ_WEB_OFFICE_URL: the web apps behind it. */
  readonly webPortalUrl: string | undefined;
  readonly webOfficeUrl: string | undefined;
  /** KAREZ_<SERVICE>_URL: services that answer HTTP themselves. */
  readonly upstreamUrl: (service: string) => string | undefined;
  /** KAREZ_TRUSTED_PROXIES: addresses or CIDR ranges whose X-Forwarded-For is believed; nobody's when unset. */
  readonly trustedProxies: readonly string[];
  /** KAREZ_GATEWAY_KEY: 32 characters or more, the same for all replicas; made under KAREZ_DATA_DIR when unset. */
  readonly key: string | undefined;
  readonly rates: Rates;
  /** KAREZ_MAX_IN_FLIGHT: calls under way at once, before new ones are refused. */
  readonly maxInFlight: number;
  /** KAREZ_MAX_LASTING: uploads, downloads, pages and live lines at once. */
  readonly maxLasting: number;
  /** KAREZ_DRAIN_NOTICE_MS: how long it goes on serving after it said that it is not ready, so that the balancer hears it first. */
  readonly drainNoticeMs: number;
  /** KAREZ_SESSION_POLL_MS: how often identity is asked for ended and changed sessions. */
  readonly sessionPollMs: number;
}

/** @throws Error naming the variable that is missing or wrong, in one sentence */
export function readGatewayEnvironment(variables: Variables = process.env): GatewayEnvironment {
  const common = readEnvironment(variables);
  const key = variables.KAREZ_GATEWAY_KEY;
  if (key && key.length < 32) throw new Error('KAREZ_GATEWAY_KEY is too short; it must have 32 characters or more');
  return {
    ...common,
    port: number(variables, 'KAREZ_PORT', 3000),
    host: variables.KAREZ_HOST ?? '127.0.0.1',
    webPortalUrl: variables.KAREZ_WEB_PORTAL_URL,
    webOfficeUrl: variables.KAREZ_WEB_OFFICE_URL,
    upstreamUrl: (service) => variables[`KAREZ_${service.toUpperCase().replaceAll('-', '_')}_URL`],
    trustedProxies: (variables.KAREZ_TRUSTED_PROXIES ?? '').split(',').flatMap((proxy) => proxy.trim() || []),
    key,
    rates: {
      session: rate(variables, 'KAREZ_LIMIT_SESSION', '1200/60'),
      address: rate(variables, 'KAREZ_LIMIT_ADDRESS', '3000/60'),
      signIn: rate(variables, 'KAREZ_LIMIT_SIGN_IN', '300/60'),
      publicWrite: rate(variables, 'KAREZ_LIMIT_PUBLIC_WRITE', '20/60'),
    },
    maxInFlight: number(variables, 'KAREZ_MAX_IN_FLIGHT', 400),
    maxLasting: number(variables, 'KAREZ_MAX_LASTING', 4_000),
    drainNoticeMs: number(variables, 'KAREZ_DRAIN_NOTICE_MS', common.mode === 'production' ? 5_000 : 300),
    sessionPollMs: number(variables, 'KAREZ_SESSION_POLL_MS', 1_000),
  };
}

function rate(variables: Variables, name: string, otherwise: string): Rate {
  const text = variables[name] || otherwise;
  const [calls, seconds] = text.split('/').map(Number);
  if (!calls || !seconds || !Number.isInteger(calls) || !Number.isInteger(seconds)) {
    throw new Error(`${name} is ${text}; it must be <calls>/<seconds>, such as ${otherwise}`);
  }
  return { calls, seconds };
}
