import { Failure, reasonOf } from './failure.ts';
import { Progress } from './progress.ts';
import { test } from './tests/test.ts';

const [command = 'help', ...args] = process.argv.slice(2);
const progress = new Progress();
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interruption.abort());

const commands: Record<string, () => Promise<number>> = {
  test: () => test(args, progress, interruption.signal),
};

try {
  const chosen = commands[command];
  if (!chosen) throw new Failure(`there is no command ${command}. Commands: ${Object.keys(commands).join(', ')}`);
  process.exit(await chosen());
} catch (error) {
  console.error(`karez: ${error instanceof Failure ? error.message : error instanceof Error ? error.stack : reasonOf(error)}`);
  process.exit(1);
}
