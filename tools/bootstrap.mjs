// What must work on a bare clone with the system's own Node: check it, install the dependencies, hand over to Node 24.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const [major, minor] = process.versions.node.split('.').map(Number);

function fail(sentence) {
  console.error(`karez: ${sentence}`);
  process.exit(1);
}

/** npm writes node_modules/.package-lock.json last, so an install that was cut short never looks complete. */
function dependenciesAreInstalled() {
  try {
    const packages = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
    const wanted = packages('package-lock.json');
    const installed = packages('node_modules/.package-lock.json');
    const sameVersion = ([path, entry]) => wanted[path]?.version === entry.version && wanted[path]?.integrity === entry.integrity;
    const present = ([path, entry]) => path === '' || path in installed || entry.optional || entry.devOptional;
    return (
      existsSync(join(bin, 'node')) &&
      Object.entries(installed).every(sameVersion) &&
      Object.entries(wanted)
        .filter(([path]) => path.includes('node_modules/'))
        .every(present)
    );
  } catch {
    return false;
  }
}

function npmCi() {
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const started = Date.now();
  console.log('Installing dependencies (npm ci), one to three minutes the first time …');
  const { status, error } = spawnSync(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (!error && status === 0) console.log(`Installing dependencies: ${Math.round((Date.now() - started) / 1000)} s`);
  return !error && status === 0;
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two terminals started at once on a fresh clone must not both rebuild node_modules. */
async function installDependencies() {
  const lock = join(root, '.karez', 'installing');
  mkdirSync(join(root, '.karez'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      if (!isRunning(Number(existsSync(lock) && readFileSync(lock, 'utf8')) || -1)) rmSync(lock, { force: true });
      await pause(1000);
    }
  }
  try {
    return dependenciesAreInstalled() || npmCi();
  } finally {
    rmSync(lock, { force: true });
  }
}

export async function run(args) {
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(
      `Node ${process.versions.node} is too old, 20.19 or newer is needed: install it from https://nodejs.org or with your package manager.`,
    );
  }
  if (!dependenciesAreInstalled()) {
    await pause(2000); // an install in another terminal may be about to finish
    if (!(await installDependencies()))
      fail('npm ci failed; its message stands above. When it is mended, or the network is back, run the command again.');
  }
  if (!existsSync(join(bin, 'node')))
    fail('Node 24 was not installed with the dependencies: allow install scripts (npm config set ignore-scripts false), then run npm ci');

  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` };
  const cli = spawn(join(bin, 'node'), [join(root, 'tools/cli/main.ts'), ...args], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => cli.kill(signal));
  cli.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal ?? 'SIGTERM'] ?? 1)));
}
