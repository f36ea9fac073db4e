import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../failure.ts';
import type { Home } from '../home.ts';
import type { Progress } from '../progress.ts';

const shownLines = 100;

/** `npm run logs -- [app] [-f]`: the end of one log or of all, then what is added until Ctrl-C. Resolves with the exit code. */
export async function printLogs(home: Home, args: readonly string[], progress: Progress, stop: AbortSignal): Promise<number> {
  const folder = home.folder('logs');
  const known = readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .map((name) => basename(name, '.log'));
  const wanted = args.filter((arg) => !arg.startsWith('-'));
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown) throw new Failure(`there is no log of ${unknown}. Logs: ${known.join(', ') || 'none yet'}`);
  const names = wanted.length > 0 ? wanted : known;
  const show = (name: string, line: string): void => progress.say(names.length > 1 ? `${name.padEnd(12)} ${line}` : line);

  const positions = new Map<string, number>();
  for (const name of names) {
    const path = join(folder, `${name}.log`);
    for (const line of readFileSync(path, 'utf8').trimEnd().split('\n').slice(-shownLines)) if (line) show(name, line);
    positions.set(name, statSync(path).size);
  }
  while (args.includes('-f') && !stop.aborted) {
    await pause(300, undefined, { signal: stop }).catch(() => undefined);
    for (const name of names) {
      const added = readFrom(join(folder, `${name}.log`), positions.get(name) ?? 0);
      positions.set(name, added.end);
      for (const line of added.text.trimEnd().split('\n')) if (line) show(name, line);
    }
  }
  return 0;
}

/** What stands in a file after a position; from its beginning when it has become shorter. */
function readFrom(path: string, position: number): { text: string; end: number } {
  if (!existsSync(path)) return { text: '', end: 0 };
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const start = size < position ? 0 : position;
    const buffer = Buffer.alloc(size - start);
    const length = readSync(file, buffer, 0, buffer.length, start);
    return { text: buffer.toString('utf8', 0, length), end: start + length };
  } finally {
    closeSync(file);
  }
}
