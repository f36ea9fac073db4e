// npm run generate -- service|command|operation …: the beginnings of a service, a command or a query, in the shape that all others have.
import { spawnSync } from 'node:child_process';
import { Failure, reasonOf } from '../cli/failure.ts';
import { root } from '../cli/home.ts';
import { planCommand } from './command.ts';
import { planOperation } from './operation.ts';
import { Plan } from './plan.ts';
import { planService } from './service.ts';
import { readWords, usage, type Words } from './words.ts';

const generators: Readonly<Record<string, (plan: Plan, root: string, names: readonly string[], words: Words) => void>> = {
  service: planService,
  command: planCommand,
  operation: planOperation,
};

async function generate(args: readonly string[]): Promise<void> {
  const words = readWords(args);
  const [kind = '', ...names] = words.names;
  const planned = generators[kind];
  if (!planned || names.length === 0) throw new Failure(usage);
  const plan = new Plan(root);
  planned(plan, root, names, words);
  const files = await plan.files();
  if (words.dryRun) {
    for (const { path, text, isNew } of files)
      console.log(`${isNew ? 'would create' : 'would change'} ${path}\n${isNew ? `\n${text}` : ''}`);
    for (const { command, args } of plan.steps) console.log(`would run ${shown(command, args)}`);
    sayNext(plan.nextSentences);
    return;
  }
  await plan.write();
  for (const { path, isNew } of files) console.log(`${isNew ? 'created' : 'changed'}  ${path}`);
  for (const { command, args } of words.install ? plan.steps : []) {
    console.log(`running  ${shown(command, args)}`);
    const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0)
      throw new Failure(`${shown(command, args)} failed${error ? `: ${error.message}` : ''}; the files are written, run it again`);
  }
  const unrun = words.install ? [] : plan.steps.map(({ command, args }) => `Run ${shown(command, args)}`);
  sayNext([...unrun, ...plan.nextSentences]);
}

const sayNext = (sentences: readonly string[]): void => console.log(`\nNext:\n${sentences.map((each) => `  - ${each}`).join('\n')}`);

const shown = (command: string, args: readonly string[]): string => [command === process.execPath ? 'node' : command, ...args].join(' ');

try {
  await generate(process.argv.slice(2));
} catch (error) {
  console.error(
    error instanceof Failure ? `generate: ${error.message}` : `generate: ${error instanceof Error ? error.stack : reasonOf(error)}`,
  );
  process.exitCode = 1;
}
