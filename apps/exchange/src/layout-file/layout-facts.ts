import type { Signatures } from '@karez/crypto';
import type { LayoutCode } from '@karez/contracts-exchange';

/** What a clerk is shown of a layout file (版式文件) before taking it in. */
export interface LayoutFacts {
  readonly format: 'ofd' | 'pdf';
  readonly title?: string;
  readonly author?: string;
  /** As the file says: `YYYY-MM-DD`, or an ISO time where it has one. */
  readonly createdAt?: string;
  readonly pages: number;
  readonly signatures: readonly SignatureFacts[];
}

/** Seals of GB/T 38540 and its forerunner GM/T 0031; signatures in the syntax of GB/T 35275; those of PDF (ISO 32000, CMS). */
export type SignatureKind = 'gbt38540' | 'gmt0031' | 'gbt35275' | 'pdf_pkcs7' | 'other';

/**
 * `valid`: mathematically sound, over everything the file shows, within all periods at the time it names. `invalid`: something contradicts
 * it. `unverifiable`: nothing contradicts it, and it proves too little.
 */
export type Verdict = 'valid' | 'invalid' | 'unverifiable';

export interface SignatureFacts {
  readonly kind: SignatureKind;
  readonly signer?: string;
  readonly sealName?: string;
  /** ISO time, as the signer's machine told it. */
  readonly signedAt?: string;
  /** Where it is drawn, from 1. */
  readonly pages?: readonly number[];
  readonly verdict: Verdict;
  readonly reason?: LayoutCode;
  /** The part of the file that the reason is about. */
  readonly about?: string;
  /** Whether its certificates lead to a root this node was given; apart from the verdict, which is arithmetic. */
  readonly trust: 'trusted_issuer' | 'untrusted_issuer';
}

/** What checking takes from outside: SM2, and the root certificates (DER) of the issuers this node trusts. */
export interface Verification {
  readonly sm2: Pick<Signatures, 'verify'>;
  readonly roots?: readonly Buffer[];
}
