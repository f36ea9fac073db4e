/** A file of any size, read in pieces. */
export interface ByteSource {
  readonly size: number;
  /** At most `length` bytes from `offset`; fewer at the end. */
  read(offset: number, length: number): Promise<Buffer>;
}

export const bytesOf = (content: Buffer): ByteSource => ({
  size: content.length,
  read: (offset, length) => Promise.resolve(content.subarray(offset, offset + length)),
});
