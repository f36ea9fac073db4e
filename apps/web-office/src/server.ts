import { join } from 'node:path';
import { configFrom } from './server/config.js';
import { readFiles } from './server/files.js';
import { officeServer } from './server/office-server.js';

const config = configFrom(process.env);
const files = readFiles(join(import.meta.dirname, 'client'));
const state = { draining: false };
const server = officeServer(files, config, state);

server.listen(config.port, config.host, () => log('info', `web-office listens on ${config.host}:${config.port}, ${files.size} files`));

/** Not ready first, so that the gateway sends nobody new; then the open answers end; then exit, within ten seconds at most. */
function drain(signal: NodeJS.Signals): void {
  if (state.draining) return;
  state.draining = true;
  log('info', `web-office drains on ${signal}`);
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0));
  server.closeIdleConnections();
}
process.on('SIGTERM', drain);
process.on('SIGINT', drain);

/** The pino line of the other services, without pino: this server has five lines in its life. */
function log(level: 'info', msg: string): void {
  process.stdout.write(`${JSON.stringify({ level, time: new Date().toISOString(), service: 'web-office', msg })}\n`);
}
