import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { IdentityStandIn } from '../../apps/web-portal/test/identity-stand-in.js';
import { until } from '../../apps/web-portal/test/until.js';

export interface PortalUnderTest {
  readonly origin: string;
  /** The process when it is ours; undefined when the whole platform was given. */
  readonly process?: ChildProcess;
  stop(): Promise<void>;
}

const portalFolder = fileURLToPath(new URL('../../apps/web-portal', import.meta.url));
const program = fileURLToPath(new URL('../../apps/web-portal/dist/server.js', import.meta.url));
const builder = fileURLToPath(new URL('../../tools/build-package.mjs', import.meta.url));

/** The portal of the platform that the run was given (KAREZ_TEST_BASE_URL), else its own built process beside a stand-in for identity. */
export async function portalUnderTest(): Promise<PortalUnderTest> {
  const given = process.env['KAREZ_TEST_BASE_URL'];
  if (given) return { origin: given.replace(/\/$/, ''), stop: () => Promise.resolve() };
  return ownPortal();
}

/** The built portal as a process of its own. */
export async function ownPortal(): Promise<PortalUnderTest & { readonly process: ChildProcess }> {
  // a run of the integration specs alone has built nothing yet
  if (!existsSync(program)) execFileSync(process.execPath, [builder], { cwd: portalFolder });
  const identity = await new IdentityStandIn().start();
  const port = await freePort();
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], KAREZ_HTTP_PORT: String(port), KAREZ_API_URL: identity.apiUrl, KAREZ_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  const answers = async (path: string): Promise<boolean> =>
    fetch(origin + path).then(
      ({ ok }) => ok,
      () => false,
    );
  await until(() => answers('/directory'), 30_000);
  return {
    origin,
    process: child,
    stop: async () => {
      const gone = child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : undefined;
      child.kill('SIGTERM');
      await gone;
      await identity.stop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
