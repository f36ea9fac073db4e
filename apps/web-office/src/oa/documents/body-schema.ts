import type { Extensions } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';

const spanOf = (name: 'colspan' | 'rowspan') => (attributes: Record<string, unknown>) =>
  attributes[name] === 1 ? {} : { [name]: attributes[name] };
const spans = () => ({
  colspan: { default: 1, parseHTML: (cell: HTMLElement) => Number(cell.getAttribute('colspan')) || 1, renderHTML: spanOf('colspan') },
  rowspan: { default: 1, parseHTML: (cell: HTMLElement) => Number(cell.getAttribute('rowspan')) || 1, renderHTML: spanOf('rowspan') },
  colwidth: { default: null, rendered: false },
});

/** Exactly what `DocumentBody` of the contract knows: paragraphs, four levels of headings, tables, bold and italics. */
export const bodySchema: Extensions = [
  StarterKit.configure({
    ...{ underline: false, strike: false, code: false, codeBlock: false, link: false, blockquote: false, horizontalRule: false },
    ...{ bulletList: false, orderedList: false, listItem: false, listKeymap: false, dropcursor: false, trailingNode: false },
    heading: { levels: [1, 2, 3, 4] },
  }),
  Table.extend({ content: 'tableRow+', renderHTML: () => ['table', ['tbody', 0]], addNodeView: () => null }),
  TableRow,
  TableCell.extend({ content: 'paragraph+', addAttributes: spans }),
  TableHeader.extend({ content: 'paragraph+', addAttributes: spans }),
];
