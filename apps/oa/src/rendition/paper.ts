/** A face of the standard: the families that may draw it, the first that is there drawing it, and the weight asked of them. */
export interface Face {
  readonly families: readonly string[];
  readonly weight: number;
}
/** 仿宋, 楷体, 黑体, 宋体, 小标宋, the heavier one of the red head, and digits and letters of the text. */
export const faceRoles = ['fang', 'kai', 'hei', 'song', 'title', 'mark', 'latin'] as const;
export type FaceRole = (typeof faceRoles)[number];
export type Faces = Readonly<Record<FaceRole, Face>>;

export interface Run {
  readonly text?: string;
  readonly bold?: true;
  readonly italic?: true;
  /** A line break instead of text. */
  readonly break?: true;
}
export type Align = 'left' | 'center' | 'right';
export interface PaperCell {
  readonly paragraphs: readonly (readonly Run[])[];
  readonly colspan: number;
  readonly rowspan: number;
  readonly align: Align;
  readonly header: boolean;
}
export type PaperBlock =
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly align: Align }
  | { readonly kind: 'heading'; readonly runs: readonly Run[]; readonly level: number }
  | PaperTable;
export interface PaperTable {
  readonly kind: 'table';
  readonly caption: string;
  /** Shares of the width. */
  readonly columns: readonly number[];
  /** So many rows are repeated at the top of each page. */
  readonly heads: number;
  /** 三线表: rules above and below and under the head; otherwise every cell is framed. */
  readonly lined: boolean;
  readonly rows: readonly (readonly PaperCell[])[];
}

export interface Closing {
  readonly kind: 'sealed' | 'plain' | 'signed' | 'none';
  readonly names: readonly string[];
  /** The names in two lines, for a place that is too narrow for one. */
  readonly halves: readonly (readonly [string, string])[];
  readonly date: string;
  readonly seals: readonly ({ readonly path: string; readonly diameter: number } | null)[];
  readonly signatures: readonly { readonly post: string; readonly name: string; readonly path: string | null }[];
}

/** What the templates in `templates/` print: every word of the document in its place and form, as JSON. */
export interface Paper {
  readonly form: 'general' | 'letter' | 'order' | 'minutes';
  readonly draft: boolean;
  /** Title of the file. */
  readonly name: string;
  readonly author: readonly string[];
  readonly keywords: readonly string[];
  readonly faces: Faces;
  readonly mark: { readonly names: readonly string[]; readonly suffix: string };
  readonly number: string;
  readonly upward: boolean;
  readonly signers: readonly string[];
  readonly urgency: string | null;
  /** In lines. */
  readonly title: readonly string[];
  readonly subtitle: string | null;
  readonly addressees: string | null;
  /** The addressees as the 版记 has them, when the line above would leave the first page no text. */
  readonly moved: string;
  readonly blocks: readonly PaperBlock[];
  readonly annexes: readonly string[];
  readonly attendance: readonly (readonly [label: string, names: string])[];
  readonly closing: Closing;
  readonly note: string | null;
  readonly imprint: Imprint;
}
/** 版记; null is left out. */
export interface Imprint {
  readonly copies: string | null;
  readonly printer: string | null;
  readonly date: string | null;
}
