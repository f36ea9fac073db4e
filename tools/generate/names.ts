import { Failure } from '../cli/failure.ts';

/** One name as each place writes it. */
export interface Names {
  /** `gauging-station`: files, routes. */
  readonly kebab: string;
  /** `gaugingStation`: variables, operations. */
  readonly camel: string;
  /** `GaugingStation`: classes. */
  readonly pascal: string;
  /** `gauging_station`: tables, permissions. */
  readonly snake: string;
  /** `gauging station`: sentences. */
  readonly words: string;
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export function namesOf(kebab: string): Names {
  const words = kebab.split('-');
  const pascal = words.map(capital).join('');
  return { kebab, pascal, camel: pascal.charAt(0).toLowerCase() + pascal.slice(1), snake: words.join('_'), words: words.join(' ') };
}

/** English plural of a kebab-case name: `dispatch` → `dispatches`, `entry` → `entries`. */
export function plural(kebab: string): string {
  if (/[^aeiou]y$/.test(kebab)) return `${kebab.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(kebab) ? `${kebab}es` : `${kebab}s`;
}

export const article = (words: string): string => (/^[aeiou]/.test(words) ? 'an' : 'a');

/** `getHeadcount`, `get-headcount` → `get-headcount`. */
export const kebabOf = (text: string): string => text.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();

// a table or a variable of this name does not parse
const RESERVED = new Set(
  (
    'all analyse analyze and any array as asc await boolean both break case cast catch check class collate column const constraint ' +
    'continue create current debugger default delete desc distinct do else end enum except export extends false fetch finally for ' +
    'foreign from function grant group having if implements import in initially inner instanceof interface intersect into join ' +
    'leading left let like limit natural new not null offset on only or order outer package placing primary private protected ' +
    'public references return returning right select session some static super switch symmetric table then this throw to trailing ' +
    'true try typeof union unique user using var variadic void when where while window with yield'
  ).split(' '),
);
// classes that every file knows, and tables that every service has
const TAKEN = new Set(
  (
    'aggregate bus contract ctx date empty error event function map number object org-closure org-copy page promise record request ' +
    'response row set string symbol tx dead-letter handled-command inbox migration outbox task'
  ).split(' '),
);
const SAYS_NOTHING = /^(utils?|helpers?|managers?|common|misc|stuff|data|info)$/;
const KEBAB = /^[a-z][a-z0-9]*(-[a-z][a-z0-9]*)*$/;

/** @throws Failure unless it is one lower-case word: it becomes a database, a user of the bus and the first word of every permission */
export function serviceName(text: string): Names {
  if (!/^[a-z][a-z0-9]{1,23}$/.test(text))
    throw new Failure(`"${text}" is no name for a service: one lower-case English word, such as hydrology`);
  return refuseTaken(text, 'a service');
}

/** @throws Failure unless it can be a folder, a class and a table */
export function thingName(text: string): Names {
  if (!KEBAB.test(text) || text.length > 40)
    throw new Failure(`"${text}" is no name for a thing: lower-case English words with hyphens, such as gauging-station`);
  return refuseTaken(text, 'a thing');
}

/** @throws Failure unless it begins with a verb and says of what: `close-station` */
export function actName(text: string, example: string): Names {
  const kebab = kebabOf(text);
  if (!KEBAB.test(kebab) || !kebab.includes('-') || kebab.length > 60)
    throw new Failure(`"${text}" does not say what is done to what: a verb and a noun, such as ${example}`);
  return namesOf(kebab);
}

function refuseTaken(text: string, what: string): Names {
  const nothing = text.split('-').find((word) => SAYS_NOTHING.test(word));
  if (nothing) throw new Failure(`"${nothing}" says nothing of what is inside; take the office's word for it`);
  if (RESERVED.has(text)) throw new Failure(`"${text}" is a reserved word of SQL or TypeScript and cannot name ${what}`);
  if (TAKEN.has(text)) throw new Failure(`"${text}" is a name that every service has already and cannot name ${what}`);
  return namesOf(text);
}
