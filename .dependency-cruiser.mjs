// architecture.md §6: what Nx tags cannot say. A rule stands here only with a fixture in test/fixtures/boundaries (test/quality).
import { PLATFORM_ORDER } from './tools/lint/platform-order.mjs';

const TEST_FILE = '\\.(spec|int-spec|e2e-spec|web-spec)\\.tsx?$|(^|/)test/';
const SERVER_SIDE = '(^|/)node_modules/(@nestjs|@nats-io|typeorm|pg|bull|ioredis)/';
const PLATFORM = `^libs/(${PLATFORM_ORDER.join('|')})/`;
const WEB = '^(apps/web-[^/]+|libs/web/[^/]+)/src/';
/** The part of a web app that runs on the server: what serves its files, and the portal's making of pages. Components never do. */
const WEB_SERVER = '^apps/(web-[^/]+/src/(server\\.ts$|server/)|web-portal/src/(http/|directory/|config\\.ts$|portal\\.ts$))';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const contracts = [
  forbid(
    'contract-is-pure',
    'A contract runs in the browser: class-validator and class-transformer, nothing else.',
    { path: '^libs/contracts/', pathNot: TEST_FILE },
    {
      pathNot: ['^libs/contracts/', '(^|/)node_modules/(class-validator|class-transformer|reflect-metadata)/'],
    },
  ),
  forbid(
    'contract-knows-no-other',
    "A contract imports contracts/kernel, never another service's contract.",
    { path: '^libs/contracts/([^/]+)/' },
    {
      path: '^libs/contracts/',
      pathNot: '^libs/contracts/($1|kernel)/',
    },
  ),
];

const libs = [
  forbid(
    'kernel-has-no-io',
    'The domain kernel is pure TypeScript.',
    { path: '^libs/kernel/', pathNot: TEST_FILE },
    {
      pathNot: ['^libs/kernel/', '^libs/contracts/kernel/', '(^|/)node_modules/uuid/'],
    },
  ),
  forbid(
    'platform-knows-no-service',
    'A platform lib serves every service, so it knows the contract of none.',
    { path: PLATFORM },
    {
      path: '^(apps/|libs/contracts/(?!kernel/)|libs/web/)',
    },
  ),
  ...PLATFORM_ORDER.slice(0, -1).map((name, level) =>
    forbid(
      'platform-order',
      `${PLATFORM_ORDER.join(' < ')}: downwards only.`,
      { path: `^libs/${name}/`, pathNot: TEST_FILE },
      {
        path: `^libs/(${PLATFORM_ORDER.slice(level + 1).join('|')})/`,
      },
    ),
  ),
  forbid('lib-knows-no-app', 'Apps stand on libs, never the other way.', { path: '^libs/' }, { path: '^apps/' }),
];

const apps = [
  forbid(
    'app-knows-no-app',
    'Services meet over the bus by contract, never by import.',
    { path: '^apps/([^/]+)/' },
    { path: '^apps/', pathNot: '^apps/$1/' },
  ),
  forbid(
    'gateway-has-no-database',
    'The gateway has no rule and no table.',
    { path: '^apps/gateway/' },
    {
      path: '^libs/persistence/|(^|/)node_modules/(typeorm|pg|@nestjs/typeorm)/',
    },
  ),
  forbid(
    'bus-only-through-messaging',
    'Outbox, inbox and deadlines live in libs/messaging; a service that talks to NATS by itself has none.',
    { path: '^apps/', pathNot: TEST_FILE },
    {
      path: '(^|/)node_modules/(@nats-io|nats)/',
    },
  ),
];

const insideService = [
  forbid(
    'entity-below-handler',
    'An entity or policy states rules; it knows nobody who calls it.',
    { path: '^apps/.+\\.(entity|policy)\\.ts$' },
    {
      path: '^apps/.+\\.(handler|controller|lists|reaction|job|module)\\.ts$',
    },
  ),
  forbid(
    'handler-below-controller',
    'Controllers, reactions and jobs call handlers, never the other way.',
    { path: '^apps/.+\\.(handler|view|lists)\\.ts$' },
    {
      path: '^apps/.+\\.(controller|reaction|job|module)\\.ts$',
    },
  ),
  forbid(
    'feature-keeps-its-internals',
    "A feature may use a sibling's entity, policy or view; its commands, lists and controller are its own. Reactions and jobs may call any handler.",
    { path: '^apps/([^/]+)/src/([^/]+)/', pathNot: ['^apps/[^/]+/src/(reactions|jobs|migrations)/', '^apps/web-', TEST_FILE] },
    { path: ['^apps/$1/src/[^/]+/[^/]+/', '^apps/$1/src/[^/]+/[^/]+\\.(controller|lists|handler)\\.ts$'], pathNot: '^apps/$1/src/$2/' },
  ),
];

const web = [
  forbid(
    'web-runs-in-a-browser',
    'No Node built-ins in what the browser loads.',
    { path: WEB, pathNot: [WEB_SERVER, TEST_FILE] },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'web-knows-no-server-side',
    'Web apps know contracts and libs/web.',
    { path: WEB },
    {
      path: [SERVER_SIDE, PLATFORM, '^libs/kernel/'],
    },
  ),
];

const everywhere = [
  forbid(
    'no-cycles',
    'A circle of files is one thing in several pieces.',
    {},
    { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  ),
  forbid('resolvable', 'An import that resolves to nothing.', {}, { couldNotResolve: true }),
  forbid(
    'declared',
    'Each package declares what it imports: images are installed per package.',
    { path: '^(apps|libs)/.+/src/', pathNot: TEST_FILE },
    {
      dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
      dependencyTypesNot: ['type-only'],
    },
  ),
  forbid(
    'tests-stay-outside',
    'Nothing that ships imports a test or the test kit.',
    { path: '^(apps|libs)/', pathNot: [TEST_FILE, '^libs/testing/'] },
    {
      path: [TEST_FILE, '^libs/testing/'],
      pathNot: '(^|/)node_modules/',
    },
  ),
];

export default {
  forbidden: [...contracts, ...libs, ...apps, ...insideService, ...web, ...everywhere],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '(^|/)dist/' },
    moduleSystems: ['es6'],
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'types', 'import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
