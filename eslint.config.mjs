// The lint of the whole workspace. A rule stands here only with a fixture in test/fixtures/lint that makes it fail (test/quality).
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import karez from './tools/lint/karez-rules.mjs';
import { depConstraints, prepareProjectGraph } from './tools/lint/module-boundaries.mjs';

await prepareProjectGraph();

const TYPED = ['**/*.ts', '**/*.tsx'];
const SRC = ['apps/*/src/**/*.{ts,tsx}', 'libs/**/src/**/*.{ts,tsx}'];
const TESTS = ['**/*.{spec,int-spec,e2e-spec,web-spec}.{ts,tsx}', '**/test/**/*.{ts,tsx}', 'libs/testing/**/*.ts'];
const COMMAND_LINE = ['apps/*/src/{migrate,seed}.ts', 'apps/*/src/**/*.cli.ts', 'tools/**'];

const banned = (selector, message) => ({ selector, message });
const EVERYWHERE = [
  banned("Property[key.name='synchronize']:not([value.value=false])", 'The schema changes by migrations only.'),
  banned("CallExpression[callee.property.name='synchronize']", 'The schema changes by migrations only.'),
  banned(
    "CallExpression[callee.object.name='jest'][callee.property.name=/^(mock|doMock|unstable_mockModule)$/]",
    'Inject a fake; never mock a module.',
  ),
];
const HOST = 'The caller writes the host header: links are built from KAREZ_PUBLIC_URL.';
const IN_SRC = [
  ...EVERYWHERE,
  banned("MemberExpression[object.property.name='headers'][property.name='host']", HOST),
  banned("VariableDeclarator[init.property.name='headers'] > ObjectPattern > Property[key.name='host']", HOST),
  banned('MemberExpression[object.name=/^(req|request)$/][property.name=/^(host|hostname)$/]', HOST),
  banned('Literal[value=/^x-forwarded-(host|proto|port)$/i]', HOST),
  banned('ExportDefaultDeclaration', 'Named exports: a thing has one name everywhere.'),
];
const IN_APPS = [
  ...IN_SRC,
  banned('ExportAllDeclaration', 'No barrels inside apps: import the file that has it.'),
  banned('ExportNamedDeclaration[source]', 'No barrels inside apps: import the file that has it.'),
];
const NOW = 'Time comes from ctx.now, so that a rule can be tested at any hour.';
const IN_ENTITIES = [
  ...IN_APPS,
  banned("NewExpression[callee.name='Date'][arguments.length=0]", NOW),
  banned("CallExpression[callee.object.name='Date'][callee.property.name='now']", NOW),
];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.karez/**', '.nx/**', 'coverage/**', 'test/fixtures/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    plugins: { karez },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...EVERYWHERE],
      'karez/file-name': 'error',
      'karez/disable-says-why': 'error',
    },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        module: 'writable',
        require: 'readonly',
        structuredClone: 'readonly',
        performance: 'readonly',
      },
    },
  },
  {
    files: TYPED,
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      // a handler is async because its contract is, whether or not it waits for anything today
      '@typescript-eslint/require-await': 'off',
      // an empty module, guard or marker class is how Nest and the contracts speak
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  {
    files: SRC,
    ignores: TESTS,
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { depConstraints, allow: [] }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...IN_SRC],
      'max-lines': ['error', { max: 300 }],
      // style.md: a constructor lists at most six dependencies; three parameters elsewhere is a habit, not a fence
      '@typescript-eslint/max-params': ['error', { max: 6 }],
      // one arm of a switch is no decision more
      complexity: ['error', { max: 15, variant: 'modified' }],
    },
  },
  { files: ['apps/*/src/**/*.{ts,tsx}'], ignores: TESTS, rules: { 'no-restricted-syntax': ['error', ...IN_APPS] } },
  { files: ['apps/*/src/**/*.{entity,policy}.ts'], rules: { 'no-restricted-syntax': ['error', ...IN_ENTITIES] } },
  // a table of operations and a migration are long because they are lists
  { files: ['apps/*/src/migrations/**/*.ts', 'libs/contracts/*/src/api.ts'], rules: { 'max-lines': 'off' } },
  { files: COMMAND_LINE, rules: { 'no-console': 'off' } },
  {
    files: TESTS,
    rules: {
      // a test reads answers of unknown shape and fails loudly when they are not what it expects
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['libs/web/**/*.{ts,tsx}', 'apps/web-*/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  prettier,
);
