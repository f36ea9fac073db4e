import { Extension, Mark, Node, type Extensions } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { markHits } from './hit-marks.js';

const ownPath = /^\/(?!\/)(?!.*\.\.)[\w\-./%]*$/;
const webLink = /^(https?:\/\/|mailto:|tel:)[^\s<>"']+$/i;
/** What the service lets stand as an address of a link. */
export const mayLinkTo = (address: string): boolean => ownPath.test(address) || webLink.test(address) || /^#[\w-]+$/.test(address);

const raised = (name: string, tag: 'sup' | 'sub') =>
  Mark.create({ name, excludes: 'superscript subscript', parseHTML: () => [{ tag }], renderHTML: () => [tag, 0] });

/** A picture lies on this platform and has words for who cannot see it; any other is not taken in. */
const Picture = Node.create({
  ...{ name: 'image', group: 'block', draggable: true },
  addAttributes: () => ({ src: { default: null }, alt: { default: '' } }),
  parseHTML: () => [
    { tag: 'img', getAttrs: (img) => ownPath.test(img.getAttribute('src') ?? '') && Boolean(img.getAttribute('alt')?.trim()) && null },
  ],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
});
const Figure = Node.create({
  ...{ name: 'figure', group: 'block', content: '(image | table)? figcaption?', isolating: true },
  parseHTML: () => [{ tag: 'figure' }],
  renderHTML: () => ['figure', 0],
});
const Figcaption = Node.create({
  ...{ name: 'figcaption', content: 'inline*', isolating: true },
  parseHTML: () => [{ tag: 'figcaption' }],
  renderHTML: () => ['figcaption', 0],
});
/** A table without widths: those belong to the page that shows it. */
const PlainTable = Table.extend({ renderHTML: () => ['table', ['tbody', 0]], addNodeView: () => null });
const spans = () => ({
  colspan: { default: 1, parseHTML: (cell: HTMLElement) => Number(cell.getAttribute('colspan')) || 1, renderHTML: spanOf('colspan') },
  rowspan: { default: 1, parseHTML: (cell: HTMLElement) => Number(cell.getAttribute('rowspan')) || 1, renderHTML: spanOf('rowspan') },
  colwidth: { default: null, rendered: false },
});
const spanOf = (name: 'colspan' | 'rowspan') => (attributes: Record<string, unknown>) =>
  attributes[name] === 1 ? {} : { [name]: attributes[name] };
const Cell = TableCell.extend({ addAttributes: spans });
const HeadCell = TableHeader.extend({
  addAttributes: () => ({ ...spans(), scope: { default: null } }),
});

/** Exactly the elements that the service keeps (apps/portal/src/html/clean-html.ts): what is written here loses nothing when it is saved. */
export const articleSchema: Extensions = [
  StarterKit.configure({
    ...{ underline: false, strike: false, code: false, codeBlock: false, dropcursor: false, trailingNode: false },
    heading: { levels: [2, 3, 4] },
    link: {
      ...{ openOnClick: false, autolink: false, linkOnPaste: true, isAllowedUri: mayLinkTo },
      HTMLAttributes: { target: null, rel: null, class: null },
    },
    orderedList: { HTMLAttributes: { start: null, type: null } },
  }),
  ...[raised('superscript', 'sup'), raised('subscript', 'sub'), Picture, Figure, Figcaption],
  ...[PlainTable, TableRow, Cell, HeadCell],
  Extension.create({ name: 'hits', addProseMirrorPlugins: () => [markHits()] }),
];

/** As it is saved: a cell or a point that holds one paragraph holds its words, and no empty paragraph ends the text. */
export const tidy = (html: string): string =>
  html.replace(/<(td|th|li)([^>]*)><p>((?:(?!<\/?p>)[\s\S])*)<\/p>(?=<\/\1>|<(?:ul|ol)>)/g, '<$1$2>$3').replace(/(?:<p><\/p>)+$/, '');
