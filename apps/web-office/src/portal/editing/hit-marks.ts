import type { WordHit } from '@karez/contracts-portal';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Where a finding stands in the editor, in positions of its document. */
export interface HitPlace {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** The letters of a document without any space, each with its position. */
function lettersOf(doc: Node): { text: string; at: number[] } {
  let text = '';
  const at: number[] = [];
  doc.descendants((node, position) => {
    if (!node.isText) return;
    for (const [offset, letter] of [...(node.text ?? '').split('')].entries()) {
      if (/\s/.test(letter)) continue;
      text += letter;
      at.push(position + offset);
    }
  });
  return { text, at };
}

const dense = (text: string): string => text.replace(/\s/g, '');

/** Findings of the body by their surroundings, because the service counts in plain text; one whose words have gone since is left out. */
export function placesOf(doc: Node, hits: readonly WordHit[]): HitPlace[] {
  const { text, at } = lettersOf(doc);
  const taken = new Map<string, number>();
  return hits.flatMap(({ id, field, found, context }) => {
    if (field !== 'body') return [];
    const [words, around] = [dense(found), dense(context)];
    if (!words) return [];
    const key = `${words}\u0000${around}`;
    const near = text.indexOf(around, taken.get(key) ?? 0);
    taken.set(key, near + 1);
    const start = near < 0 ? text.indexOf(words) : near + Math.max(0, inside(around, words));
    const from = at[start];
    const last = at[start + words.length - 1];
    return start < 0 || from === undefined || last === undefined ? [] : [{ id, from, to: last + 1 }];
  });
}

/** The finding stands in the middle of its surroundings; the same word may stand nearer to an end. */
function inside(around: string, words: string): number {
  const middle = (around.length - words.length) / 2;
  let best = -1;
  for (let at = around.indexOf(words); at >= 0; at = around.indexOf(words, at + 1))
    if (best < 0 || Math.abs(at - middle) < Math.abs(best - middle)) best = at;
  return best;
}

export const hitMarksKey = new PluginKey<DecorationSet>('hits');

/** Underlines findings; they move with the text until the next check. */
export const markHits = () =>
  new Plugin<DecorationSet>({
    key: hitMarksKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, marks) => {
        const hits = transaction.getMeta(hitMarksKey) as readonly WordHit[] | undefined;
        if (!hits) return marks.map(transaction.mapping, transaction.doc);
        const settled = new Set(hits.filter(({ resolution }) => resolution).map(({ id }) => id));
        return DecorationSet.create(
          transaction.doc,
          placesOf(transaction.doc, hits).map(({ id, from, to }) =>
            Decoration.inline(from, to, { class: settled.has(id) ? 'portal-hit portal-hit-kept' : 'portal-hit' }, { id }),
          ),
        );
      },
    },
    props: { decorations: (state) => hitMarksKey.getState(state) },
  });
