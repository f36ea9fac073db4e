import { signatureToRaw } from '@karez/crypto';
import type { DocumentRow } from './document-row.js';

/** r ∥ s of the seal in base64url, as the QR code carries it: with the public key it proves the document without this platform. */
export const sealMark = ({ seal }: Pick<DocumentRow, 'seal'>): string =>
  signatureToRaw(Buffer.from(seal.signature, 'base64')).toString('base64url');
