import { parseArgs } from 'node:util';
import { Failure, reasonOf } from '../cli/failure.ts';

export const usage = `npm run generate -- <what> <names> [--dry-run]

  service <name> [thing]                      a new service, with its first thing         --title 水文服务 --word 测站
  command <service> <verb-noun> [feature]     something that changes a thing              --summary 更名
  operation <service> <verb-noun> [feature]   a query: something that is told of a thing  --summary 雨量

  --dry-run      prints what would be written and writes nothing
  --no-install   leaves npm install and the generated deployment files to you`;

export interface Words {
  readonly names: readonly string[];
  readonly dryRun: boolean;
  readonly install: boolean;
  /** Texts in the office's words. */
  readonly title: string | undefined;
  readonly word: string | undefined;
  readonly summary: string | undefined;
}

const spoken = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** @throws Failure for an option that it does not know, and for a text that would not stay inside its quotes */
export function readWords(args: readonly string[]): Words {
  const { values, positionals } = parsed(args);
  const { title, word, summary } = values;
  for (const text of [title, word, summary]) {
    if (text !== undefined && !/^[\p{L}\p{N} ，、（）·-]{1,40}$/u.test(text))
      throw new Failure(`"${text}" is not a text for people: up to 40 letters, without quotes and line breaks`);
  }
  return { names: positionals, dryRun: values['dry-run'] ?? false, install: !values['no-install'], title, word, summary };
}

function parsed(args: readonly string[]) {
  try {
    const options = { 'dry-run': flag, 'no-install': flag, title: spoken, word: spoken, summary: spoken };
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new Failure(`${reasonOf(error)}\n\n${usage}`);
  }
}
