/** A font file that the press loads; `woff` ones are unpacked first. */
export interface FontFile {
  readonly path: string;
  readonly format: 'sfnt' | 'woff';
}
/** What the press thread is started with. */
export interface PressSetting {
  /** The folder of the templates. */
  readonly templates: string;
  readonly fonts: readonly FontFile[];
}

export type PressJob =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'print';
      /** The paper as JSON. */
      readonly paper: string;
      readonly pictures: Readonly<Record<string, Uint8Array>>;
      /** Of the PDF's metadata, in seconds: the same document keeps its bytes. */
      readonly madeAt: number;
    };
export interface Printed {
  readonly pdf: Uint8Array;
  readonly pages: number;
}
export type PressResult = readonly string[] | Printed;
export interface PressRequest {
  readonly id: number;
  readonly job: PressJob;
}
export interface PressReply {
  readonly id: number;
  readonly result?: PressResult;
  /** Characters that none of the fonts has. */
  readonly missing?: string;
  readonly fault?: string;
}
