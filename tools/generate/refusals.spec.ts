import { root } from '../cli/home.ts';
import { planCommand } from './command.ts';
import { planOperation } from './operation.ts';
import { Plan } from './plan.ts';
import { planService } from './service.ts';
import { readWords } from './words.ts';

const plans = { service: planService, command: planCommand, operation: planOperation };

it.each([
  ['service', ['identity'], 'apps/identity exists already; nothing was written'],
  ['service', ['Water-Quality'], '"Water-Quality" is no name for a service'],
  ['service', ['quality', 'quality'], 'the thing and the service are both called "quality"'],
  ['service', ['quality', 'order'], '"order" is a reserved word'],
  ['command', ['identity', 'create-org'], 'declares createOrg already; nothing was written'],
  ['command', ['identity', 'paint-fence'], 'say to which feature of identity it belongs, as the last word. Features: '],
  ['command', ['identity', 'paint-fence', 'fence'], 'say to which feature of identity it belongs, as the last word. Features: '],
  ['command', ['nowhere', 'paint-fence'], 'there is no service "nowhere". Services: '],
  ['command', ['identity', '../../etc', 'org'], 'does not say what is done to what'],
  ['operation', ['identity', 'headcount', 'org'], 'a verb and a noun, such as get-rainfall'],
] as const)('%s %j is refused with one sentence', (kind, names, sentence) => {
  expect(() => plans[kind](new Plan(root), root, names, {})).toThrow(sentence);
});

it('refuses what would not stay inside its quotes, and options that it does not know', () => {
  expect(readWords(['command', 'files', 'rename-file', '--summary', '更名（含扩展名）']).summary).toBe('更名（含扩展名）');
  expect(() => readWords(['command', 'files', 'rename-file', '--summary', "'}); drop"])).toThrow('is not a text for people');
  expect(() => readWords(['service', 'quality', '--force'])).toThrow("Unknown option '--force'");
});

it('plans whole before it writes: two plans of one act are the same', async () => {
  const planned = async () => {
    const plan = new Plan(root);
    planCommand(plan, root, ['identity', 'praise-org', 'org'], { summary: '表彰' });
    return plan.files();
  };
  const files = await planned();
  expect(files).toEqual(await planned());
  expect(files.filter(({ isNew }) => isNew).map(({ path }) => path)).toEqual([
    'apps/identity/src/org/commands/praise-org.handler.ts',
    'apps/identity/test/praise-org.access.spec.ts',
  ]);
});
