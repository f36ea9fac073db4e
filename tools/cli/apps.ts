import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './home.ts';

/** What an app needs from the platform; each need brings its variables (platform/environment.ts). */
export type Need = 'database' | 'bus' | 'http' | 'clamd' | 'files' | 'edge';

export interface App {
  readonly name: string;
  /** What runs, below apps/<name>. */
  readonly main: string;
  readonly needs: readonly Need[];
}

/** Every app, in the order in which they start; the edge comes last and stops first. A new service is one line here and one in deploy/service-graph.json. */
export const apps: readonly App[] = [
  { name: 'identity', main: 'dist/main.js', needs: ['database', 'bus'] },
  { name: 'files', main: 'dist/main.js', needs: ['database', 'bus', 'http', 'clamd'] },
  { name: 'exchange', main: 'dist/main.js', needs: ['database', 'bus', 'files'] },
  { name: 'approval', main: 'dist/main.js', needs: ['database', 'bus'] },
  { name: 'portal', main: 'dist/main.js', needs: ['database', 'bus'] },
  { name: 'oa', main: 'dist/main.js', needs: ['database', 'bus'] },
  { name: 'web-portal', main: 'dist/server.js', needs: ['http'] },
  { name: 'web-office', main: 'dist/server.js', needs: ['http'] },
  { name: 'gateway', main: 'dist/main.js', needs: ['bus', 'edge'] },
];

export const folderOf = (app: App): string => join(root, 'apps', app.name);
export const mainOf = (app: App): string => join(folderOf(app), app.main);

/** An app in the making has no source of its main file yet. */
export function isWritten(app: App): boolean {
  return (
    existsSync(join(folderOf(app), 'package.json')) &&
    existsSync(join(folderOf(app), app.main.replace('dist', 'src').replace(/\.js$/, '.ts')))
  );
}
