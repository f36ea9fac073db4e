// first of all imports: React chooses its fast build by this variable when it is loaded
import './production.js';
import { configFrom } from './config.js';
import { startPortal } from './portal.js';

const drainWithinMs = 10_000;

const portal = await startPortal(configFrom(process.env));

let stopping = false;
async function drain(signal: NodeJS.Signals): Promise<void> {
  if (stopping) return;
  stopping = true;
  portal.server.log.info({ signal }, 'draining');
  setTimeout(() => process.exit(1), drainWithinMs).unref();
  await portal.stop();
  process.exit(0);
}
process.on('SIGTERM', (signal) => void drain(signal));
process.on('SIGINT', (signal) => void drain(signal));
