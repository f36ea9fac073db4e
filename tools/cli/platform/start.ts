import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../failure.ts';
import { type Home, root } from '../home.ts';
import { runningInstance } from '../instance.ts';
import { Progress } from '../progress.ts';
import { runPlatform } from './platform.ts';
import { report } from './report.ts';

export interface StartOptions {
  readonly home: Home;
  readonly port: number;
  readonly demonstration: boolean;
  readonly throwAway: boolean;
}

/** What the supervising process tells the one that started it. */
type Message = { readonly text: string } | { readonly healthy: string } | { readonly failure: string };

/** `npm start`: stays until Ctrl-C. Resolves with the exit code. */
export async function startAttached(options: StartOptions, progress: Progress, stop: AbortSignal): Promise<number> {
  if (alreadyRunning(options.home, progress)) return 0;
  stop.addEventListener('abort', () => progress.say('\nStopping …'), { once: true });
  await runPlatform({
    ...options,
    progress,
    stop,
    healthy: (shown) => progress.say(`${shown}\n  Ctrl-C stops everything. Logs: npm run logs -- -f\n`),
  });
  progress.say('Stopped.');
  return 0;
}

/** `npm start -- --detach`: resolves when everything is healthy; a small process of its own goes on watching. */
export async function startDetached(options: StartOptions, progress: Progress, stop: AbortSignal): Promise<number> {
  if (alreadyRunning(options.home, progress)) return 0;
  const supervising = await spawnSupervisor(options, progress, stop, false);
  progress.say(`${supervising.report}\n  Stop: npm run stop · Status: npm run status · Logs: npm run logs -- -f\n`);
  supervising.letGo();
  return 0;
}

export interface Supervising {
  readonly report: string;
  /** Lets this process end while the other goes on. */
  letGo(): void;
}

/**
 * Starts the supervising process and shows its progress until it reports health.
 * @param bound it stops the platform as soon as this process ends
 * @throws Failure with what it says went wrong
 */
export function spawnSupervisor(options: StartOptions, progress: Progress, stop: AbortSignal, bound: boolean): Promise<Supervising> {
  const log = openSync(options.home.file('logs', 'supervisor.log'), 'a', 0o600);
  const flags = [
    ...(options.demonstration ? [] : ['--no-demo']),
    ...(options.throwAway ? ['--throw-away'] : []),
    ...(bound ? ['--bound'] : []),
  ];
  const child = spawn(process.execPath, [join(root, 'tools/cli/main.ts'), 'supervise', ...flags], {
    cwd: root,
    env: { ...process.env, KAREZ_HOME: options.home.path, KAREZ_PORT: String(options.port), ...(progress.live && { KAREZ_LIVE: '1' }) },
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  stop.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  return new Promise((resolve, reject) => {
    const letGo = (): void => {
      child.disconnect();
      child.unref();
    };
    child.on('message', (message: Message) => {
      if ('text' in message) progress.write(message.text);
      else if ('healthy' in message) resolve({ report: message.healthy, letGo });
      else reject(new Failure(message.failure));
    });
    child.once('error', reject);
    child.once('exit', () =>
      reject(
        new Failure(stop.aborted ? 'stopped' : `the supervising process ended; ${options.home.file('logs', 'supervisor.log')} may say why`),
      ),
    );
  });
}

/** The supervising process itself. */
export async function supervise(options: StartOptions, bound: boolean, interruption: AbortController): Promise<number> {
  const tell = (message: Message): void => void (process.connected && process.send?.(message));
  const progress = new Progress(
    (text) => (process.connected ? tell({ text }) : process.stdout.write(text)),
    process.env.KAREZ_LIVE === '1',
  );
  if (bound) process.once('disconnect', () => interruption.abort());
  try {
    await runPlatform({ ...options, progress, stop: interruption.signal, healthy: (shown) => tell({ healthy: shown }) });
    return 0;
  } catch (error) {
    console.error(error);
    tell({ failure: error instanceof Failure ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return 1;
  }
}

function alreadyRunning(home: Home, progress: Progress): boolean {
  const state = runningInstance(home);
  if (state?.phase !== 'running') return false;
  progress.say(report(home, state.addresses ?? {}, 'Karez is already running.'));
  return true;
}
