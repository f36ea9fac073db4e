import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { fixtures, root } from './fixture-tree.js';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const node = (...args: string[]) => spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
const has = (program: string): boolean => !spawnSync(program, ['--help'], { stdio: 'ignore' }).error;
const apps = globSync('apps/*/package.json', { cwd: root }).map((path) => path.split('/')[1] ?? '');

describe('generated files', () => {
  it.each(['tools/deploy/dockerfiles.mjs', 'tools/deploy/nats-users.mjs'])('are what %s writes', (script) => {
    expect(node(script, '--check')).toMatchObject({ stderr: '', status: 0 });
  });
});

describe('docker-compose.yml', () => {
  interface Compose {
    readonly services: Readonly<
      Record<
        string,
        {
          readonly image: string;
          readonly build?: { readonly dockerfile: string };
          readonly depends_on?: object;
          readonly volumes?: readonly string[];
        }
      >
    >;
  }
  const text = read('docker-compose.yml');
  const { services } = parse(text, { merge: true }) as Compose;

  it('runs every app from its own image', () => {
    for (const app of apps) {
      expect(services[app]?.image).toMatch(new RegExp(`^karez/${app}:`));
      expect(Object.values(services).some(({ build }) => build?.dockerfile === `apps/${app}/Dockerfile`)).toBe(true);
    }
  });

  it('waits for containers and mounts files that exist', () => {
    for (const { depends_on = {}, volumes = [] } of Object.values(services)) {
      expect(Object.keys(depends_on).filter((name) => !services[name])).toEqual([]);
      expect(
        volumes.map((volume) => volume.split(':')[0] ?? '').filter((source) => source.startsWith('./') && !existsSync(join(root, source))),
      ).toEqual([]);
    }
  });

  it('names a version of each image', () => {
    expect(
      Object.values(services)
        .map(({ image }) => image)
        .filter((image) => !/:.+/.test(image) || image.endsWith(':latest')),
    ).toEqual([]);
  });

  it('takes only values that .env.example explains, and keeps no secret itself', () => {
    const asked = [...text.matchAll(/(?<!\$)\$\{(KAREZ_\w+)/g)].map((match) => match[1] ?? '');
    const explained = [...read('.env.example').matchAll(/^(KAREZ_\w+)=(.*)$/gm)];
    const names = explained.map((match) => match[1] ?? '');
    expect([...new Set(asked)].filter((name) => !names.includes(name))).toEqual([]);
    expect(names.filter((name) => !asked.includes(name))).toEqual([]);
    expect(explained.filter((match) => match[1]?.includes('PASSWORD') && match[2])).toEqual([]);
  });
});

describe('alerts', () => {
  interface Rules {
    readonly groups: readonly {
      readonly rules: readonly { readonly alert: string; readonly annotations: { readonly runbook: string } }[];
    }[];
  }
  const alerts = (parse(read('deploy/prometheus/rules.yml')) as Rules).groups.flatMap(({ rules }) => rules);

  it('each have a page, and no page is left over', () => {
    const pages = globSync('docs/runbooks/*.md', { cwd: root }).map((path) => basename(path, '.md'));
    expect(alerts.map(({ alert, annotations }) => `${alert} ${annotations.runbook}`)).toEqual(
      alerts.map(({ alert }) => `${alert} docs/runbooks/${alert}.md`),
    );
    expect(pages.filter((page) => page !== 'README').sort()).toEqual(alerts.map(({ alert }) => alert).sort());
  });

  (has('promtool') ? it : it.skip)('ring when they should (promtool)', () => {
    const { status, stdout } = spawnSync('promtool', ['test', 'rules', 'deploy/prometheus/rules.test.yml'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ status, stdout }).toMatchObject({ status: 0 });
  });
});

describe('npm run k8s:check', () => {
  const check = (...folders: string[]) => node('tools/k8s/check.ts', ...folders);
  const withKubectl = has('kubectl') ? it : it.skip;

  withKubectl('finds nothing in the bases and overlays', () => {
    expect(check()).toMatchObject({ status: 0, stdout: expect.not.stringContaining('✗') });
  });

  withKubectl('refuses an overlay that breaks the rules, and names them', () => {
    const { status, stdout } = check(fixtures('k8s/bad-overlay'));
    expect(status).toBe(1);
    for (const rule of [
      'drop-all',
      'edges',
      'limits',
      'no-secret-data',
      'no-token',
      'non-root',
      'pinned-image',
      'read-only-root',
      'three-probes',
    ]) {
      expect(stdout).toContain(`    ${rule}  `);
    }
  });

  withKubectl('refuses what does not render', () => {
    expect(check(fixtures('k8s'))).toMatchObject({ status: 1, stdout: expect.stringContaining('    renders  ') });
  });

  it('says so where kubectl is missing', () => {
    const answer = spawnSync(process.execPath, ['tools/k8s/check.ts'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, PATH: '/nowhere' },
    });
    expect(answer).toMatchObject({ status: 0, stdout: expect.stringMatching(/^kubectl is not on this machine/) });
  });
});
