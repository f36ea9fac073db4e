/** A picture to print, such as a seal on a clear ground. */
export interface Picture {
  readonly format: 'png' | 'svg';
  readonly bytes: Uint8Array;
}
/** 印章 of one issuer. */
export interface SealPicture extends Picture {
  /** The issuer's name, as in the text. */
  readonly name: string;
  /** Across, in mm; 42 unless told, which is what provincial departments have. */
  readonly diameter?: number;
}
/** 签名章 of an order, and the post that is printed before it. */
export interface Signature {
  /** The issuer's name, as in the text. */
  readonly name: string;
  /** 签发人职务, in full: 厅长. */
  readonly post: string;
  /** Without it the signer's name is printed in its place. */
  readonly picture?: Picture;
}
/** How a document is printed, besides what it says. */
export interface RenditionOptions {
  /**
   * Seals to print; those that are missing leave their place free, so that the lines stand where they stand when it is sealed.
   * `none` prints the signature of a document that gets no seal (GB/T 9704 7.3.5.2). Free places unless told.
   */
  readonly seals?: readonly SealPicture[] | 'none';
  readonly signatures?: readonly Signature[];
  /** 送审稿 across each page. */
  readonly draft?: boolean;
  /** Tables with a frame round every cell, or as 三线表. `framed` unless told. */
  readonly tables?: 'framed' | 'lined';
}
