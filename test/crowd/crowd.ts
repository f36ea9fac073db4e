import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Account, NodeClient, until } from '../nodes/node-client.ts';
import { played } from '../nodes/played.ts';
import { given } from './open-gateway.ts';

/** A body below the department, with a system of its own that signs in by its key. */
export interface Body {
  readonly id: string;
  readonly name: string;
  /** A token of its system; there is none unless it was asked for. */
  token?(): Promise<string>;
}
export interface Crowd {
  readonly node: NodeClient;
  /** The department's clerk, who sends. */
  readonly sender: string;
  readonly bodies: readonly Body[];
}

const parts = ['exchange.inbox.read', 'exchange.inbox.decide', 'exchange.directory.read'];

/** So many new bodies that may receive, the first `withSystem` of them with a token to act by. */
export async function gather(url: string, count: number, withSystem: number): Promise<Crowd> {
  const node = new NodeClient(url, JSON.parse(readFileSync(given('KAREZ_TEST_DEMO_ACCOUNTS'), 'utf8')) as Account[]);
  const [admin, sender] = [await node.signIn('admin'), await node.signIn('office.clerk')];
  const department = await node.bodyCalled(sender, '新疆维吾尔自治区水利厅');
  // a platform that has just begun still makes the keys of its bodies, and plays its month
  await played(node);
  const run = randomUUID().slice(0, 8);
  const ids: Body[] = [];
  for (let at = 1; at <= count; at++) {
    const name = `第${at}水管站（${run}）`;
    const { id } = await node.done('POST', '/identity/orgs', admin, { name, kind: 'subordinate_unit', parentId: department });
    ids.push({ id, name });
  }
  // the exchange hears of them by events
  for (const { id } of ids)
    await until(async () => ((await node.call('GET', `/exchange/directory/${id}`, sender)).status === 200 ? true : undefined));
  const bodies: Body[] = [];
  for (const [at, body] of ids.entries()) bodies.push(at < withSystem ? { ...body, token: await systemOf(node, admin, body) } : body);
  return { node, sender, bodies };
}

const tokenMs = 300_000;

/** Registers the body's system. @returns gives its token, signed in anew every few minutes */
async function systemOf(node: NodeClient, admin: string, { id, name }: Body): Promise<() => Promise<string>> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicJwk = publicKey.export({ format: 'jwk' });
  const asked = { name: `${name}办公系统`, orgId: id, permissions: parts, scope: 'unit', publicJwk };
  const client = await node.done('POST', '/identity/clients', admin, asked);
  let known: Promise<string> | undefined;
  let since = 0;
  return () => {
    if (known && Date.now() - since < tokenMs) return known;
    since = Date.now();
    return (known = signedIn(node, client.id, privateKey));
  };
}

async function signedIn(node: NodeClient, clientId: string, key: KeyObject): Promise<string> {
  const answer = await node.done('POST', '/identity/token', undefined, {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion(clientId, `${given('KAREZ_TEST_BASE_URL')}/api/identity/token`, key),
  });
  return answer.access_token;
}

/** RFC 7523, private_key_jwt. */
function assertion(clientId: string, audience: string, key: KeyObject): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: clientId, sub: clientId, aud: audience, jti: randomUUID(), iat: now, exp: now + 60 };
  const signed = [{ alg: 'ES256', typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${signed}.${sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** Runs the work of every item, so many at a time. */
export async function together<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
