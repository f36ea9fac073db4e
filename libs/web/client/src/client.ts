import type { AnyOperation, Api, Operation } from '@karez/contracts-kernel';
import { ActKeys } from './act-keys.js';
import { ProblemError, readProblem } from './problem-error.js';
import { toWire, type WireRequest } from './request.js';
import { BrowserSession } from './session.js';

export interface CallOptions {
  /** Ends the call; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** `(request, options) → Promise<answer>`; the request may be left out when all its fields are optional. */
export type Call<O> =
  O extends Operation<infer Req, infer Res>
    ? Partial<Req> extends Req
      ? (request?: Req, options?: CallOptions) => Promise<Res>
      : (request: Req, options?: CallOptions) => Promise<Res>
    : never;
export type Client<Apis extends Record<string, Api>> = { readonly [S in keyof Apis]: { readonly [K in keyof Apis[S]]: Call<Apis[S][K]> } };

export interface ClientOptions {
  /** Where operations are mounted: `/api`. */
  readonly baseUrl?: string;
  readonly fetch?: typeof globalThis.fetch;
  /** `document.cookie` as it is now. */
  readonly cookies?: () => string;
  /** Shared with `liveEvents`, so that both renew together; made from the other options when absent. */
  readonly session?: BrowserSession;
  readonly onSessionEnded?: () => void;
  readonly actKeys?: ActKeys;
}

/**
 * The typed client of the contracts: `createClient({ identity: identityApi }).identity.listPeople({ q: '顾' })`.
 * Every call is rejected with a `ProblemError`, or with the reason of its signal.
 */
export function createClient<const Apis extends Record<string, Api>>(apis: Apis, options: ClientOptions = {}): Client<Apis> {
  const session = options.session ?? browserSession(options);
  const keys = options.actKeys ?? new ActKeys();
  const callsOf = (api: Api) =>
    Object.fromEntries(
      Object.entries(api)
        .filter(([, operation]) => operation.http !== undefined)
        .map(([name, operation]) => [
          name,
          (request: object = {}, callOptions: CallOptions = {}) => call(operation, toWire(operation, request), session, keys, callOptions),
        ]),
    );
  return Object.fromEntries(Object.entries(apis).map(([service, api]) => [service, callsOf(api)])) as Client<Apis>;
}

export const browserSession = (options: ClientOptions = {}): BrowserSession =>
  new BrowserSession({
    baseUrl: options.baseUrl ?? '/api',
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    cookies: options.cookies ?? (() => globalThis.document?.cookie ?? ''),
    onEnded: options.onSessionEnded,
  });

async function call(
  operation: AnyOperation,
  wire: WireRequest,
  session: BrowserSession,
  keys: ActKeys,
  { signal }: CallOptions,
): Promise<unknown> {
  const act = operation.kind === 'cmd' ? `${operation.subject} ${wire.path} ${wire.body ?? ''}` : undefined;
  const key = act && keys.keyOf(act);
  const once = () => send(wire, session, key, signal).then(answerOrProblem);
  try {
    let answer = await once();
    if (answer instanceof ProblemError && mayRenew(answer, operation, session) && (await session.renew())) answer = await once();
    if (answer instanceof ProblemError) throw answer;
    if (act) keys.settle(act);
    return answer;
  } catch (error) {
    if (act && error instanceof ProblemError && !error.inDoubt) keys.settle(act);
    throw error;
  }
}

async function answerOrProblem(response: Response): Promise<unknown> {
  if (!response.ok) return readProblem(response);
  if (response.status === 204) return {};
  // a proxy's page instead of the answer: the act may have been done
  return response
    .json()
    .catch(() => new ProblemError({ status: 0, code: 'network.not_json', detail: '服务的回答读不出来，请稍后再看一次。' }));
}

/**
 * The access token has expired, or its cookie is already gone by age while the one for the page shows that there is a session.
 * Signing in and renewing themselves are never repeated.
 */
const mayRenew = (problem: ProblemError, operation: AnyOperation, session: BrowserSession): boolean =>
  operation.needs !== 'anyone' && (problem.code === 'auth.expired' || (problem.code === 'auth.required' && session.begun));

async function send(
  wire: WireRequest,
  session: BrowserSession,
  key: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const { baseUrl, fetch } = session.options;
  try {
    return await fetch(`${baseUrl}${wire.path}`, {
      method: wire.method,
      credentials: 'same-origin',
      signal,
      headers: {
        ...session.headers(),
        ...(wire.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body: wire.body,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ProblemError({ status: 0, code: 'network.offline', detail: '连不上服务器，请检查网络后再试；已填的内容还在。' });
  }
}
