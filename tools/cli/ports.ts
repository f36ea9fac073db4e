import { createServer } from 'node:net';

/** Below the range from which systems take ports for outgoing connections, so that a chosen port stays free. */
const first = 20_000;
const last = 32_000;

export function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** The remembered port when it is still free, else a random free one that is not in `taken`. */
export async function choosePort(
  remembered: number | undefined,
  taken: ReadonlySet<number>,
  free: (port: number) => Promise<boolean> = isFree,
  random: () => number = Math.random,
): Promise<number> {
  if (remembered !== undefined && !taken.has(remembered) && (await free(remembered))) return remembered;
  for (let tries = 0; tries < 200; tries++) {
    const port = first + Math.floor(random() * (last - first));
    if (!taken.has(port) && (await free(port))) return port;
  }
  throw new Error(`no free port between ${first} and ${last}`);
}
