const MiB = 1024 * 1024;

/**
 * What opening a layout file may cost at most. A file beyond a bound is refused, never half opened; memory does not grow with the file,
 * because nothing larger than `xmlBytes`, `signatureBytes` or `streamBytes` is held at once.
 */
export const bounds = {
  entries: 20_000,
  directoryBytes: 16 * MiB,
  entryBytes: 2048 * MiB,
  totalBytes: 4096 * MiB,
  /** Everything that is unpacked or digested while one file is opened, repetitions included. */
  workBytes: 32_768 * MiB,
  /** Deflate reaches 1,032; real pages and pictures stay far below this. Small parts may be as dense as they like. */
  ratio: 150,
  ratioMattersFrom: 16 * MiB,
  pieceBytes: 256 * 1024,
  xmlBytes: 4 * MiB,
  xmlDepth: 64,
  xmlNodes: 100_000,
  /** All XML of one file together. */
  xmlTotalBytes: 16 * MiB,
  signatureBytes: 4 * MiB,
  signatures: 64,
  signers: 4,
  certificates: 32,
  /** Signatures tried while one certificate is traced to a root. */
  chainAttempts: 16,
  sealUsers: 1000,
  references: 20_000,
  streamBytes: 16 * MiB,
  pdfSections: 512,
  pdfRuns: 4096,
  pdfDepth: 64,
  pdfObjectBytes: 2 * MiB,
  pdfObjects: 20_000,
  pdfFields: 5000,
  /** Pages looked at to number those with signatures; beyond, they stay without a number. */
  pdfPageLookups: 5000,
  /** Everything that is parsed of one file, repetitions included. */
  pdfParsedBytes: 128 * MiB,
} as const;
