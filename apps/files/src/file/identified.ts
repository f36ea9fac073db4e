/** What a look at the whole content told. */
export interface Identified {
  readonly mediaType: string;
  readonly name: string;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly sm3: string;
}
