import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Home } from '../../tools/cli/home.ts';
import { choosePort } from '../../tools/cli/ports.ts';
import { removeHome } from '../../tools/cli/tests/test-homes.ts';
import { Link } from './link.ts';
import { type Account, NodeClient, until } from './node-client.ts';
import { played } from './played.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
export type LinkKind = 'nats' | 'push' | 'fetch';

export interface NodeOptions {
  /** Holds the homes of both installations; they are made anew, and removed at the end. */
  readonly folder: string;
  readonly link: LinkKind;
  /** Where each answers; any free port unless told. */
  readonly ports?: { readonly province: number; readonly hetian: number };
  readonly say?: (line: string) => void;
}

/** Two installations on one machine, the province's and that of 和田地区, each with servers of its own, joined by a line that can be cut. */
export class TwoNodes {
  readonly province: NodeClient;
  readonly hetian: NodeClient;
  readonly #links: readonly Link[];
  readonly #homes: readonly string[];

  private constructor(province: NodeClient, hetian: NodeClient, links: readonly Link[], homes: readonly string[]) {
    this.province = province;
    this.hetian = hetian;
    this.#links = links;
    this.#homes = homes;
  }

  static async start({ folder, link, ports, say = () => undefined }: NodeOptions): Promise<TwoNodes> {
    const taken = new Set<number>();
    const free = async (): Promise<number> => {
      const port = await choosePort(undefined, taken);
      taken.add(port);
      return port;
    };
    const at = ports ?? { province: await free(), hetian: await free() };
    const leafPort = await free();
    const toProvince = new Link(() => (link === 'nats' ? leafPort : at.province));
    const toHetian = new Link(() => at.hetian);
    const [provincePort, hetianPort] = [await toProvince.listen(), await toHetian.listen()];
    const homes = [join(folder, 'province'), join(folder, 'hetian')] as const;
    // each time from the beginning: an administrator's second factor is enrolled on the way, and nobody keeps it
    for (const home of homes) await removed(home);
    say('Starting the province’s installation …');
    await launch(homes[0], at.province, { KAREZ_NODE: 'province', ...(link === 'nats' && { KAREZ_LEAF_PORT: String(leafPort) }) });
    say('Starting the installation of 和田地区 …');
    const leaf = `nats-leaf://leaf:${secretOf(homes[0], 'nats.leaf')}@127.0.0.1:${provincePort}`;
    const named = { KAREZ_NODE: 'hetian', KAREZ_NODE_NAME: '和田地区水利局交换节点' };
    await launch(homes[1], at.hetian, { ...named, ...(link === 'nats' && { KAREZ_LEAF_URL: leaf }) });
    const nodes = new TwoNodes(clientOf(homes[0], at.province), clientOf(homes[1], at.hetian), [toProvince, toHetian], homes);
    say('Joining the two …');
    const urls = { province: `http://127.0.0.1:${provincePort}/api`, hetian: `http://127.0.0.1:${hetianPort}/api` };
    await nodes.#join(link, urls).catch(async (error: unknown) => {
      await nodes.end();
      throw error;
    });
    return nodes;
  }

  cut(): void {
    for (const link of this.#links) link.cut();
  }

  heal(): void {
    for (const link of this.#links) link.heal();
  }

  async end(): Promise<void> {
    await Promise.all(this.#links.map((link) => link.close()));
    for (const home of this.#homes) await removed(home);
  }

  /** Cards crossed by both administrators; the prefecture serves itself and its counties, the province everybody else. */
  async #join(link: LinkKind, urls: { readonly province: string; readonly hetian: string }): Promise<void> {
    const [here, there] = [await this.province.administrator(), await this.hetian.administrator()];
    const bodies = await until(async () => {
      const all = await bodiesOf(this.province, here);
      return all.length > 100 && (await bodiesOf(this.hetian, there)).length === all.length ? all : undefined;
    });
    // the demonstration's month is written by each node for itself, before others speak for some of its bodies
    await Promise.all([played(this.province), played(this.hetian)]);
    const prefecture = bodies.find(({ name }) => name === '和田地区水利局')!.id;
    const isTheirs = ({ id, parentId }: Body): boolean => id === prefecture || parentId === prefecture;
    const [theirs, ours] = [bodies.filter(isTheirs), bodies.filter((body) => !isTheirs(body))];
    const linkAt = { nats: ['nats', 'nats'], push: ['push', 'push'], fetch: ['held', 'fetch'] }[link];
    await joinOne(this.province, here, await cardOf(this.hetian, there), { link: linkAt[0]!, url: urls.hetian, bodies: theirs });
    await joinOne(this.hetian, there, await cardOf(this.province, here), { link: linkAt[1]!, url: urls.province, bodies: ours });
  }
}

interface Body {
  readonly id: string;
  readonly name: string;
  readonly parentId?: string;
}

async function bodiesOf(node: NodeClient, token: string): Promise<Body[]> {
  const all: Body[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page = await node.done('GET', `/exchange/directory?limit=100${cursor && `&after=${encodeURIComponent(cursor)}`}`, token);
    all.push(...page.items);
    cursor = page.next ?? undefined;
  }
  return all;
}

async function cardOf(node: NodeClient, token: string): Promise<object> {
  const { fingerprint: _compared, ...card } = await until(async () => (await node.done('GET', '/exchange/peers', token)).self);
  return card;
}

interface Way {
  readonly link: string;
  readonly url: string;
  readonly bodies: readonly Body[];
}
async function joinOne(node: NodeClient, token: string, card: object, { link, url, bodies }: Way): Promise<void> {
  const address = link === 'push' || link === 'fetch' ? { url } : {};
  await node.done('POST', '/exchange/peers', token, { ...card, link, ...address, bodyIds: bodies.map(({ id }) => id) });
}

const launch = (home: string, port: number, env: NodeJS.ProcessEnv): Promise<void> =>
  karez(['start', '--detach'], { ...env, KAREZ_HOME: home, KAREZ_PORT: String(port) });

async function removed(home: string): Promise<void> {
  await karez(['stop'], { KAREZ_HOME: home });
  removeHome(new Home(home));
}

const secretOf = (home: string, name: string): string | undefined =>
  (JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')) as Record<string, string>)[name];

const clientOf = (home: string, port: number): NodeClient =>
  new NodeClient(`http://127.0.0.1:${port}`, JSON.parse(readFileSync(join(home, 'demo-accounts.json'), 'utf8')) as Account[]);

/** What else a run was given, such as addresses of servers, is not for these: each has servers of its own. */
function karez(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(KAREZ_|npm_|NODE_OPTIONS$|JEST_)/.test(name)));
  mkdirSync(env.KAREZ_HOME!, { recursive: true });
  const child = spawn(process.execPath, [join(root, 'tools/cli/main.ts'), ...args], {
    ...{ cwd: root, env: { ...own, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`karez ${args.join(' ')} ended with ${code}\n${output}`))));
  });
}
