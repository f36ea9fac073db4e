// apps/<app>/Dockerfile for every app, from deploy/Dockerfile.template. An image holds the app and the workspace packages that it
// declares, directly or through another, so that it is not rebuilt when a package it does not use changes.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { apps as started } from '../cli/apps.ts';
import { root, writeOrCheck } from './generated.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');
const workspace = JSON.parse(read('package.json'));
const packages = new Map(
  globSync(
    workspace.workspaces.map((pattern) => `${pattern}/package.json`),
    { cwd: root },
  ).map((path) => {
    const { name, dependencies = {} } = JSON.parse(read(path));
    return [name, { name, folder: dirname(path), needs: Object.keys(dependencies).filter((each) => each.startsWith('@karez/')) }];
  }),
);

/** The package and all it needs, each behind what it needs itself. */
function closure(name, found = new Set()) {
  const entry = packages.get(name);
  if (!entry) throw new Error(`${name} is no package of this workspace`);
  for (const need of entry.needs.toSorted()) if (![...found].some((each) => each.name === need)) closure(need, found);
  return found.add(entry);
}

function dockerfile(app) {
  const parts = [...closure(app.name)];
  const { main, needs } = started.find(({ name }) => name === basename(app.folder));
  // a service answers probes on a port of its own; a web app on the port it serves from
  const healthPort = needs.includes('bus') ? 8081 : 3000;
  const ports = [...(needs.includes('http') || needs.includes('edge') ? [3000] : []), ...(healthPort === 8081 ? [8081] : [])];
  const values = {
    app: basename(app.folder),
    package: app.name,
    main,
    healthPort,
    ports: ports.join(' '),
    node: workspace.devDependencies.node,
    manifests: parts.map(({ folder }) => `COPY ${folder}/package.json ${folder}/`).join('\n'),
    sources: parts.map(({ folder }) => `COPY ${folder} ${folder}`).join('\n'),
    workspaces: parts.map(({ name }) => `--workspace ${name}`).join(' '),
    folders: parts.map(({ folder }) => folder).join(' '),
  };
  return read('deploy/Dockerfile.template').replaceAll(/\{\{(\w+)\}\}/g, (_, name) => values[name]);
}

const apps = [...packages.values()].filter(({ folder }) => folder.startsWith('apps/'));
writeOrCheck(Object.fromEntries(apps.map((app) => [`${app.folder}/Dockerfile`, dockerfile(app)])), 'node tools/deploy/dockerfiles.mjs');
