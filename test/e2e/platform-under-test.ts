import { readFileSync } from 'node:fs';

export interface DemoAccount {
  readonly account: string;
  readonly password: string;
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly string[];
}

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: these specs need the whole platform, run them with: npm run test:e2e -- <path>`);
  return value;
}

/** The platform that the run was given: its address, and the people in it. */
export const baseUrl = given('KAREZ_TEST_BASE_URL').replace(/\/$/, '');
const accounts = JSON.parse(readFileSync(given('KAREZ_TEST_DEMO_ACCOUNTS'), 'utf8')) as readonly DemoAccount[];

export function accountOf(account: string): DemoAccount {
  const found = accounts.find((each) => each.account === account);
  if (!found) throw new Error(`there is no demonstration account ${account}`);
  return found;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is whatever came
  readonly body: any;
}
export interface Sent {
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request to the platform, as a program sends it. */
export async function call(method: string, path: string, { body, token, headers = {} }: Sent = {}): Promise<Answer> {
  const response = await fetch(baseUrl + path, {
    method,
    redirect: 'manual',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = text && /json/.test(response.headers.get('content-type') ?? '');
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
}

/** Signs in as a program does. */
export async function signIn(name: string): Promise<{ readonly token: string; readonly sessionId: string; readonly refreshToken: string }> {
  const { account, password } = accountOf(name);
  const { status, body } = await call('POST', '/api/identity/sessions', { body: { account, password } });
  if (status !== 200) throw new Error(`${name} cannot sign in: ${status} ${JSON.stringify(body)}`);
  return { token: body.accessToken, sessionId: body.sessionId, refreshToken: body.refreshToken };
}
