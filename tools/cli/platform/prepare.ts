import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, type App } from '../apps.ts';
import { Failure } from '../failure.ts';
import { run, sizeOf, tail } from '../process/run.ts';
import { migrationEnvironmentOf, type PlatformFacts } from './environment.ts';
import type { PlatformOptions } from './platform.ts';
import { accountsFile } from './report.ts';

const has = (app: App, program: string): boolean => existsSync(join(folderOf(app), program));

/** Runs the pending migrations of all apps side by side; each has a database of its own. @throws Failure with the end of the log */
export async function migrate(apps: readonly App[], facts: PlatformFacts, { progress, stop }: PlatformOptions): Promise<void> {
  const migrating = apps.filter((app) => app.needs.includes('database') && has(app, 'dist/migrate.js'));
  if (migrating.length === 0) return;
  await progress.during(`Migrating ${migrating.map(({ name }) => name).join(', ')}`, async () => {
    await Promise.all(migrating.map((app) => runOnce(app, ['dist/migrate.js'], migrationEnvironmentOf(app, facts), facts, stop)));
  });
}

/** Once in a home's life: what those who try the platform change afterwards is theirs. */
export async function seed(apps: readonly App[], facts: PlatformFacts, { demonstration, progress, stop }: PlatformOptions): Promise<void> {
  const { home } = facts;
  const seeding = apps.filter((app) => app.needs.includes('database') && has(app, 'dist/seed.js'));
  if (seeding.length === 0 || home.readJson('demonstration.json')) return;
  // without the demonstration: what the platform cannot begin without, such as its first administrator
  const args = demonstration ? [] : ['--base'];
  await progress.during(demonstration ? 'Seeding the demonstration' : 'Seeding the beginnings', async () => {
    for (const app of seeding) {
      const env = { ...migrationEnvironmentOf(app, facts), KAREZ_DEMO_ACCOUNTS: home.file(accountsFile) };
      await runOnce(app, ['dist/seed.js', ...args], env, facts, stop);
    }
    if (existsSync(home.file(accountsFile))) chmodSync(home.file(accountsFile), 0o600);
  });
  home.writeJson('demonstration.json', { seeded: demonstration });
}

async function runOnce(
  app: App,
  program: readonly string[],
  env: NodeJS.ProcessEnv,
  { home }: PlatformFacts,
  stop: AbortSignal,
): Promise<void> {
  const logFile = home.file('logs', `${app.name}.log`);
  const logged = sizeOf(logFile);
  const code = await run(process.execPath, ['--enable-source-maps', ...program], { cwd: folderOf(app), env, logFile, stop });
  if (code !== 0) throw new Failure(`${app.name}: ${program.join(' ')} failed. The end of ${logFile}:\n${tail(logFile, 20, logged)}`);
}
