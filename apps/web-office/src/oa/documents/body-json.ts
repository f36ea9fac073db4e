import type { JSONContent } from '@tiptap/core';
import { bodyFaults, type DocumentBody } from '@karez/contracts-oa';

/** The editor's document as the contract keeps it: without attributes that say nothing. */
export function bodyOf(json: JSONContent): DocumentBody {
  return tidy(json) as unknown as DocumentBody;
}

function tidy({ type, attrs, content, marks, text }: JSONContent): JSONContent {
  const said = Object.entries(attrs ?? {}).filter(
    ([name, value]) => value !== null && value !== undefined && !(isSpan(name) && value === 1),
  );
  return {
    type,
    ...(text !== undefined && { text }),
    ...(said.length > 0 && { attrs: Object.fromEntries(said) }),
    ...(marks?.length && { marks: marks.map((mark) => ({ type: mark.type })) }),
    ...(content && { content: content.map(tidy) }),
  };
}
const isSpan = (name: string): boolean => name === 'colspan' || name === 'rowspan';

/** What stands in the way of keeping a text, in words; nothing when it may be kept. */
export function whyNotKept(body: DocumentBody): string | undefined {
  const [fault] = bodyFaults(body);
  if (!fault) return undefined;
  if (fault.includes('rows')) return '表格超过 300 行，请改作附件。';
  if (fault.includes('cells') || fault.includes('columns')) return '表格过大，请改作附件。';
  if (fault.includes('characters') || fault.includes('blocks')) return '正文过长，请改作附件。';
  return `正文里有不能保存的内容（${fault}）。`;
}
export const emptyBody: DocumentBody = { type: 'doc', content: [{ type: 'paragraph' }] };
