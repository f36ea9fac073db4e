/** 正文 as ProseMirror JSON of a closed schema: paragraphs, four levels of headings (一、 （一） 1. （1）), tables; bold and italics. */
export interface DocumentBody {
  readonly type: 'doc';
  readonly content: readonly Block[];
}
export interface Paragraph {
  readonly type: 'paragraph';
  /** `right` and `center` for what a text seldom needs: a formula, a signature inside the text. */
  readonly attrs?: { readonly align?: 'left' | 'center' | 'right' };
  readonly content?: readonly Inline[];
}
/** 结构层次序数 (GB/T 9704 7.3.3): the number is part of the text, the level gives the typeface. */
export interface Heading {
  readonly type: 'heading';
  readonly attrs: { readonly level: 1 | 2 | 3 | 4 };
  readonly content?: readonly Inline[];
}
export interface Table {
  readonly type: 'table';
  readonly attrs?: { readonly caption?: string };
  readonly content: readonly TableRow[];
}
export interface TableRow {
  readonly type: 'tableRow';
  readonly content: readonly TableCell[];
}
export interface TableCell {
  readonly type: 'tableCell' | 'tableHeader';
  readonly attrs?: { readonly colspan?: number; readonly rowspan?: number; readonly align?: 'left' | 'center' | 'right' };
  readonly content: readonly Paragraph[];
}
export type Block = Paragraph | Heading | Table;
export interface Text {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly { readonly type: 'bold' | 'italic' }[];
}
export type Inline = Text | { readonly type: 'hardBreak' };

/** More than this no official document has; a pasted sheet of 5,000 rows is an annex. */
export const bodyLimits = { characters: 200_000, blocks: 2_000, rows: 300, cells: 6_000, columns: 20 } as const;

/** What is wrong with a body, in words of the schema (`content.3.content.0: mark "script"`); empty when it may be kept. */
export function bodyFaults(body: unknown): string[] {
  const walk = new Walk();
  walk.doc(body);
  return walk.faults;
}

type Node = Readonly<Record<string, unknown>>;

class Walk {
  readonly faults: string[] = [];
  #characters = 0;
  #cells = 0;

  doc(node: unknown): void {
    if (!isNode(node) || node.type !== 'doc') return this.#say('', 'not a document');
    const blocks = this.#content(node, '');
    if (blocks.length > bodyLimits.blocks) this.#say('', `more than ${bodyLimits.blocks} blocks`);
    blocks.slice(0, bodyLimits.blocks).forEach((block, index) => this.#block(block, `content.${index}`));
    if (this.#characters > bodyLimits.characters) this.#say('', `more than ${bodyLimits.characters} characters`);
    if (this.#cells > bodyLimits.cells) this.#say('', `more than ${bodyLimits.cells} cells`);
  }

  #block(node: unknown, at: string): void {
    if (!isNode(node)) return this.#say(at, 'not a node');
    if (node.type === 'paragraph') return this.#paragraph(node, at);
    if (node.type === 'heading') return this.#heading(node, at);
    if (node.type === 'table') return this.#table(node, at);
    this.#say(at, `node "${String(node.type)}"`);
  }

  #paragraph(node: Node, at: string): void {
    this.#attrs(node, at, { align: (value) => alignments.has(value) });
    this.#inlines(node, at);
  }

  #heading(node: Node, at: string): void {
    this.#attrs(node, at, { level: (value) => [1, 2, 3, 4].includes(value as number) });
    if (!isNode(node.attrs) || node.attrs.level === undefined) this.#say(at, 'no level');
    this.#inlines(node, at);
  }

  #table(node: Node, at: string): void {
    this.#attrs(node, at, { caption: (value) => typeof value === 'string' && value.length <= 120 });
    const rows = this.#content(node, at);
    if (rows.length === 0) this.#say(at, 'no row');
    if (rows.length > bodyLimits.rows) return this.#say(at, `more than ${bodyLimits.rows} rows`);
    rows.forEach((row, index) => this.#row(row, `${at}.content.${index}`));
  }

  #row(node: unknown, at: string): void {
    if (!isNode(node) || node.type !== 'tableRow') return this.#say(at, 'not a row');
    const cells = this.#content(node, at);
    if (cells.length > bodyLimits.columns) return this.#say(at, `more than ${bodyLimits.columns} columns`);
    this.#cells += cells.length;
    cells.forEach((cell, index) => this.#cell(cell, `${at}.content.${index}`));
  }

  #cell(node: unknown, at: string): void {
    if (!isNode(node) || (node.type !== 'tableCell' && node.type !== 'tableHeader')) return this.#say(at, 'not a cell');
    this.#attrs(node, at, { colspan: spans, rowspan: spans, align: (value) => alignments.has(value) });
    this.#content(node, at).forEach((each, index) => {
      const place = `${at}.content.${index}`;
      if (isNode(each) && each.type === 'paragraph') this.#paragraph(each, place);
      else this.#say(place, 'not a paragraph');
    });
  }

  #inlines(node: Node, at: string): void {
    this.#content(node, at).forEach((each, index) => this.#inline(each, `${at}.content.${index}`));
  }

  #inline(node: unknown, at: string): void {
    if (!isNode(node)) return this.#say(at, 'not a node');
    if (node.type === 'hardBreak') return;
    if (node.type !== 'text' || typeof node.text !== 'string' || node.text === '') return this.#say(at, `node "${String(node.type)}"`);
    this.#characters += node.text.length;
    if (controls.test(node.text)) this.#say(at, 'a control character');
    for (const mark of Array.isArray(node.marks) ? (node.marks as unknown[]) : []) {
      if (!isNode(mark) || (mark.type !== 'bold' && mark.type !== 'italic'))
        this.#say(at, `mark "${String(isNode(mark) ? mark.type : mark)}"`);
    }
  }

  #attrs(node: Node, at: string, known: Readonly<Record<string, (value: unknown) => boolean>>): void {
    if (node.attrs === undefined) return;
    if (!isNode(node.attrs)) return this.#say(at, 'attrs are no object');
    for (const [name, value] of Object.entries(node.attrs)) {
      if (value === null || value === undefined) continue;
      if (!known[name]?.(value)) this.#say(at, `attribute "${name}"`);
    }
  }

  #content(node: Node, at: string): readonly unknown[] {
    if (node.content === undefined) return [];
    if (Array.isArray(node.content)) return node.content;
    this.#say(at, 'content is no list');
    return [];
  }

  #say(at: string, fault: string): void {
    if (this.faults.length < 20) this.faults.push(at ? `${at}: ${fault}` : fault);
  }
}

const alignments = new Set<unknown>(['left', 'center', 'right']);
const spans = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 50;
// eslint-disable-next-line no-control-regex -- a zero byte is no text that PostgreSQL keeps
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The words of a body, a line for each block: for search, digests and word checks. */
export function plainText(body: DocumentBody): string {
  return body.content.map(blockText).join('\n');
}
function blockText(block: Block): string {
  if (block.type !== 'table') return inlineText(block.content ?? []);
  return block.content
    .map((row) => row.content.map((cell) => cell.content.map(({ content }) => inlineText(content ?? [])).join(' ')).join('\t'))
    .join('\n');
}
const inlineText = (content: readonly Inline[]): string => content.map((each) => (each.type === 'text' ? each.text : '\n')).join('');
