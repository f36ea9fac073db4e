import { type DocumentBody, plainText } from '@karez/contracts-oa';
import { diffChars } from 'diff';

/** One character of the text as it is now or was, with who put it in and who took it out; undefined of what the first version had. */
interface Mark {
  readonly char: string;
  readonly by?: string | undefined;
  readonly goneBy?: string;
}
/** A run of characters that share their history. */
export interface ChangeRun {
  readonly text: string;
  readonly insertedBy?: string;
  readonly deletedBy?: string;
}
export interface TextBy {
  readonly author: string;
  readonly body: DocumentBody;
}

/**
 * 留痕: the last text with everything that was put in or taken out since the first, each under its author's name, a paragraph at a time.
 * Two changes of one place keep both names. A line end is a character like any other, so that joined and split paragraphs are seen.
 */
export function changesOf(versions: readonly TextBy[]): ChangeRun[][] {
  const [first, ...later] = versions;
  if (!first) return [];
  let marks: Mark[] = [...plainText(first.body)].map((char) => ({ char }));
  for (const { author, body } of later) marks = applied(marks, plainText(body), author);
  return paragraphs(marks);
}

function applied(marks: readonly Mark[], next: string, author: string): Mark[] {
  const before = marks.filter(({ goneBy }) => goneBy === undefined).map(({ char }) => char);
  const after: Mark[] = [];
  let at = 0;
  /** Takes over the marks up to and with the next `count` that are still there. */
  const pass = (count: number, each: (mark: Mark) => Mark): void => {
    for (let left = count; left > 0 && at < marks.length; at += 1) {
      const mark = marks[at]!;
      if (mark.goneBy !== undefined) after.push(mark);
      else {
        after.push(each(mark));
        left -= 1;
      }
    }
  };
  for (const { value, added, removed } of diffChars(before.join(''), next)) {
    const chars = [...value];
    if (added) after.push(...chars.map((char) => ({ char, by: author })));
    else if (removed) pass(chars.length, (mark) => ({ ...mark, goneBy: author }));
    else pass(chars.length, (mark) => mark);
  }
  after.push(...marks.slice(at));
  // what its own author takes out again was never there for the others
  return after.filter(({ by, goneBy }) => by === undefined || by !== goneBy);
}

function paragraphs(marks: readonly Mark[]): ChangeRun[][] {
  const lines: ChangeRun[][] = [[]];
  for (const { char, by, goneBy } of marks) {
    if (char === '\n') {
      lines.push([]);
      continue;
    }
    const line = lines.at(-1)!;
    const run = line.at(-1);
    if (run && run.insertedBy === by && run.deletedBy === goneBy) line[line.length - 1] = { ...run, text: run.text + char };
    else line.push({ text: char, ...(by && { insertedBy: by }), ...(goneBy && { deletedBy: goneBy }) });
  }
  return lines;
}

/** How many runs were put in or taken out. */
export const countChanges = (lines: readonly (readonly ChangeRun[])[]): number =>
  lines.flat().filter(({ insertedBy, deletedBy }) => insertedBy ?? deletedBy).length;
