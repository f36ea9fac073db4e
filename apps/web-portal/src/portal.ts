import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from './api/api-client.js';
import { DirectoryFeed } from './directory/directory-feed.js';
import type { PortalConfig } from './config.js';
import { loadAssets } from './http/assets.js';
import { createServer, type PortalServer } from './http/create-server.js';
import { PageCache } from './http/page-cache.js';

/** The portal, wired and listening. */
export interface Portal {
  readonly server: PortalServer;
  /** Stops taking requests, answers the ones under way, and lets go of everything. */
  stop(): Promise<void>;
}

/** @throws Error when the port is taken or a file of the portal is missing */
export async function startPortal(config: PortalConfig): Promise<Portal> {
  const assets = await loadAssets();
  const cache = new PageCache();
  const feed = new DirectoryFeed({
    apiUrl: config.apiUrl,
    refreshMs: config.directoryRefreshMs,
    ...(config.directoryFile && { file: config.directoryFile }),
    warn: (error, message) => server.log.warn({ err: error }, message),
  });
  let stopping = false;
  const server = createServer({
    config,
    assets,
    cache,
    client: new ApiClient({ apiUrl: config.apiUrl }),
    directory: () => feed.current,
    stopping: () => stopping,
  });
  feed.onChange(() => cache.drop('directory'));
  await server.listen({ host: config.host, port: config.port });
  // a reader need not wait for identity: the pages stand without it
  void feed.start();
  return {
    server,
    stop: async () => {
      stopping = true;
      feed.stop();
      // open connections end with their next answer, so that hardly one is cut when the listener closes
      await sleep(config.drainMs);
      await server.close();
    },
  };
}
