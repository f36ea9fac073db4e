import { execFile, execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './fixture-tree.js';

export interface Ran {
  readonly code: number;
  /** Standard output and errors, as they came. */
  readonly output: string;
}

/** What a tool said that found nothing to refuse. @throws Error with its whole output when it did */
export function passed({ code, output }: Ran): string {
  if (code !== 0) throw new Error(`it ended with ${code}:\n${output}`);
  return output;
}

/**
 * The working tree without what git ignores, in a folder of its own: a spec changes it and runs the workspace's tools there. Packages
 * from elsewhere are links to the installed ones; the workspace's own are the copy's.
 */
export class WorkspaceCopy {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'karez-copy-')));
  /** What the tools of the copy find in their environment. */
  readonly env: NodeJS.ProcessEnv = { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false' };

  constructor() {
    const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: root,
      encoding: 'utf8',
    }).split('\0');
    for (const file of files.filter((each) => each && existsSync(join(root, each)))) {
      mkdirSync(dirname(join(this.path, file)), { recursive: true });
      copyFileSync(join(root, file), join(this.path, file));
    }
    mkdirSync(join(this.path, 'node_modules', '@karez'), { recursive: true });
    for (const entry of readdirSync(join(root, 'node_modules')).filter((name) => name !== '@karez' && name !== '.cache')) {
      symlinkSync(join(root, 'node_modules', entry), join(this.path, 'node_modules', entry));
    }
    for (const folder of ['apps', 'libs', 'libs/contracts', 'libs/web']) {
      for (const name of readdirSync(join(this.path, folder))) this.link(`${folder}/${name}`);
    }
  }

  /** Does for one package what `npm install` does: it can be imported by its name, and has versions of its own where the root has others. */
  link(folder: string): void {
    const manifest = join(this.path, folder, 'package.json');
    if (!existsSync(manifest)) return;
    const own = join(folder, 'node_modules');
    if (existsSync(join(root, own))) symlinkSync(join(root, own), join(this.path, own));
    const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name: string };
    symlinkSync(join(this.path, folder), join(this.path, 'node_modules', name));
  }

  read(path: string): string {
    return readFileSync(join(this.path, path), 'utf8');
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), text);
  }

  /** Runs a script of the copy, or a program of node_modules, in the copy with the Node that runs the spec. */
  node(script: string, ...args: readonly string[]): Promise<Ran> {
    const nodeArgs = ['--experimental-vm-modules', '--no-warnings=ExperimentalWarning', join(this.path, script), ...args];
    return new Promise((resolve) => {
      execFile(process.execPath, nodeArgs, { cwd: this.path, env: this.env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr });
      });
    });
  }

  /** Checks the types of some files and all that they import, with the settings of one of the workspace's own configurations. */
  types(config: string, ...include: readonly string[]): Promise<Ran> {
    const name = `tsconfig.part-${config}`;
    this.write(name, JSON.stringify({ extends: `./${config}`, include, exclude: ['**/node_modules', '**/dist'] }));
    return this.node('node_modules/typescript/bin/tsc', '-p', name, '--pretty', 'false');
  }

  /** Runs specs of the copy; integration specs use the servers of this run. */
  jest(project: 'unit' | 'int', ...paths: readonly string[]): Promise<Ran> {
    return this.node('node_modules/jest/bin/jest.js', '--selectProjects', project, '--ci', '--runInBand', '--', ...paths);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
