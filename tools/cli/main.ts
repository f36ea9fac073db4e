import { runArea, runProgram } from './areas.ts';
import { Failure, reasonOf } from './failure.ts';
import { Home } from './home.ts';
import { flagsOf, startOptions } from './options.ts';
import { printLogs } from './platform/logs.ts';
import { reset } from './platform/reset.ts';
import { startAttached, startDetached, supervise } from './platform/start.ts';
import { printStatus } from './platform/status.ts';
import { stopPlatform } from './platform/stop.ts';
import { Progress } from './progress.ts';
import { test } from './tests/test.ts';

const [command = 'start', ...args] = process.argv.slice(2);
const progress = new Progress();
const home = new Home();
const interruption = new AbortController();
const stop = interruption.signal;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interruption.abort());

const commands: Record<string, () => Promise<number>> = {
  start: () => {
    const flags = flagsOf(args, ['--detach', '--no-demo']);
    return (flags.has('--detach') ? startDetached : startAttached)(startOptions(flags), progress, stop);
  },
  supervise: () => {
    const flags = flagsOf(args, ['--no-demo', '--throw-away', '--bound']);
    return supervise(startOptions(flags), flags.has('--bound'), interruption);
  },
  stop: () => stopPlatform(home, progress),
  status: () => printStatus(home, progress),
  logs: () => printLogs(home, args, progress, stop),
  reset: () => reset(home, args, progress, stop),
  test: () => test(args, progress, stop),
  lint: () => test(['lint', ...args], progress, stop),
  types: () => test(['types', ...args], progress, stop),
  bench: () => runArea('bench', args, progress, stop),
  chaos: () => runArea('chaos', args, progress, stop),
  'demo-nodes': () => runProgram('test/nodes/demo.ts', args, {}, stop),
  generate: async () => runProgram('tools/generate/main.ts', args, {}, stop),
  'k8s-check': async () => runProgram('tools/k8s/check.ts', args, {}, stop),
};

try {
  const chosen = commands[command];
  if (!chosen) throw new Failure(`there is no command ${command}. Commands: ${Object.keys(commands).join(', ')}`);
  process.exit(await chosen());
} catch (error) {
  console.error(`karez: ${error instanceof Failure ? error.message : error instanceof Error ? error.stack : reasonOf(error)}`);
  process.exit(1);
}
