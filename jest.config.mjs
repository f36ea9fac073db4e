// Four suites, told apart by the end of the file name; `npm run test:<suite>` runs one, `npm test` all.
const swc = (tsx) => [
  '@swc/jest',
  { jsc: { parser: { syntax: 'typescript', decorators: true, tsx }, transform: { react: { runtime: 'automatic' } } } },
];
const suite = (displayName, pattern, more = {}) => ({
  displayName,
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // specs of screens turn the condition `source` off, because a package under antd uses the same word; our own come from source all the same
    '^@karez/contracts-([a-z-]+)$': '<rootDir>/libs/contracts/$1/src/index.ts',
    '^@karez/web-(client|ui)$': '<rootDir>/libs/web/$1/src/index.ts',
  },
  setupFiles: ['reflect-metadata'],
  testRegex: [pattern],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/\\.karez/'],
  modulePathIgnorePatterns: ['/dist/', '/\\.karez/'],
  ...more,
});

export default {
  // a promise of the product is held by its own assertion; this only ends what would never end, on a busy machine too
  testTimeout: 30_000,
  testSequencer: './tools/cli/tests/slow-first.mjs',
  projects: [
    suite('unit', '\\.spec\\.tsx?$'),
    suite('int', '\\.int-spec\\.ts$'),
    suite('e2e', '\\.e2e-spec\\.ts$'),
    suite('web', '\\.web-spec\\.ts$'),
  ],
};
